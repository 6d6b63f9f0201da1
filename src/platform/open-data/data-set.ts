import type { Ctx } from '../context.ts'
import type { Rows } from './lines.sql.ts'

/** Codes of the EU's data themes: http://publications.europa.eu/resource/authority/data-theme */
export type Theme = 'ENVI' | 'GOVE' | 'REGI' | 'SOCI' | 'TRAN'
/** Codes of the EU's frequencies: http://publications.europa.eu/resource/authority/frequency */
export type Frequency = 'UPDATE_CONT' | 'IRREG'

/** `code`: a word of our own, which needs no quotes in any file. `address`: rows hold the path of a page, files its whole address. */
export type ColumnType = 'text' | 'code' | 'address' | 'integer' | 'number' | 'boolean' | 'day' | 'time'
/** `text` is the key of the words that explain it. */
export type DataColumn = { name: string; type: ColumnType; text: string }

/**
 * A table that the town gives away. Only what is named in `columns` leaves the house. Later versions add columns at the end alone.
 * `text` begins the keys of its words: `${text}.title`, `${text}.text`, and `${text}.keywords` with commas between them.
 */
export type DataSet = {
  /** In addresses: `/opendata/{name}`, `/opendata/{name}.csv`. */
  name: string
  text: string
  themes: readonly Theme[]
  frequency: Frequency
  columns: readonly DataColumn[]
  /** The column that names a row for good; what can be drawn has one. */
  id?: string
  /** `point`: columns `latitude` and `longitude`. `shape`: rows hold the geometry as GeoJSON under `shape`, which is no column. */
  geometry?: 'point' | 'shape'
  /** When anything in it last changed; undefined where that is not known. */
  changedAt: Date | undefined
  count: number
  /** First and last day that it is about. */
  covers?: { from: string; to?: string }
  /** Another address under which the CSV file has always been. */
  csv?: string
  /** The next rows in the order of their text `key`, behind `after` ('' at first): its columns by name. */
  rows: (ctx: Ctx, after: string, limit: number) => Rows
}

/** The data sets of a module that the town has something in. */
export type DataSource = (ctx: Ctx) => Promise<readonly DataSet[]>

/** Datenlizenz Deutschland, Namensnennung, 2.0: where its text is, and its name in DCAT-AP.de. */
export const LICENCE = 'https://www.govdata.de/dl-de/by-2-0'
export const LICENCE_CODE = 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'

let sources: readonly DataSource[] = []

/** Called once by the composition: what the modules give away. */
export function setDataSources(all: readonly DataSource[]): void {
  sources = all
}

/** All data sets of the town: first what changes all the time, then in the order of the modules. */
export async function dataSets(ctx: Ctx): Promise<DataSet[]> {
  const all: DataSet[] = []
  // One after the other: they share one connection.
  for (const source of sources) all.push(...(await source(ctx)))
  const often = ({ frequency }: DataSet): boolean => frequency === 'UPDATE_CONT'
  return [...all.filter(often), ...all.filter((set) => !often(set))]
}
