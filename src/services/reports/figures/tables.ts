import { type Cell, writeCsv } from '#platform/csv.ts'
import { type Locale, textIn } from '#platform/text.ts'
import type { Figures } from './measures.rules.ts'
import type { Row } from './overview.ts'
import type { Shown } from './shown.ts'
import { endWords, nameOf } from './words.ts'

/** The tables of the page, by the word in their address. */
export const tables = ['monat', 'art', 'ortsteil', 'amt', 'ende'] as const
export type TableName = (typeof tables)[number]

/** The figures of a row in the order of the file's columns. */
const columns = [
  'received',
  'open',
  'duplicates',
  'done',
  'ended',
  'daysHalf',
  'daysNineInTen',
  'promisesKept',
  'promisesBroken',
  'promisesKeptPercent',
  'targetsKept',
  'targetsBroken',
  'targetsKeptPercent',
  'repaired',
  'objected',
  'objectedPercent',
  'reopened',
  'reopenedPercent',
] as const satisfies readonly (keyof Figures)[]

/** One table of the page as a file; what is hidden stays empty. */
export function tableCsv(table: TableName, { overview, names }: Shown, locale: Locale): string {
  const text = (key: string) => textIn(locale, `figures.${key}`)
  if (table === 'ende')
    return writeCsv([
      [text('column.code'), text('column.ende'), text('column.count')],
      ['done', text('end.done'), overview.total.done],
      ...Object.entries(overview.total.endedBy).map(([reason, n]): Cell[] => [reason, endWords(locale, reason), n]),
    ])
  const part = { art: 'category', ortsteil: 'district', amt: 'unit' } as const
  const rows = { monat: overview.byMonth, art: overview.byCategory, ortsteil: overview.byDistrict, amt: overview.byUnit }[table]
  const name = ({ code }: Row) => (table === 'monat' ? (code ?? '') : nameOf(locale, names, part[table], code))
  const head = [text('column.code'), text(`column.${table}`), ...columns.map((column) => text(`column.${column}`))]
  return writeCsv([head, ...rows.map((row) => [row.code ?? '', name(row), ...columns.map((column) => localNumber(row[column], locale))])])
}

/** With the comma where the reader's spreadsheets expect it. */
const localNumber = (value: number | null, locale: Locale): Cell =>
  value === null ? '' : Number.isInteger(value) || locale === 'en' ? value : String(value).replace('.', ',')
