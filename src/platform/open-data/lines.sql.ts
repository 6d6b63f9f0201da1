import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { DataColumn, DataSet } from './data-set.ts'
import type { DataFormat } from './format.rules.ts'

/** A SELECT of the columns of a data set, and `key`. */
export type Rows = RawBuilder<unknown>

/** What a page of a file holds, and where to go on. */
export type Lines = { lines: string; last: string; count: number }

/**
 * The next rows as text of the file; undefined after the last one. The database writes it, so that a million rows cost this process
 * hardly anything. Times carry the town's offset, so that the first seven characters are the month in which they count.
 */
export async function nextLines(ctx: Ctx, set: DataSet, format: DataFormat, after: string, limit: number): Promise<Lines | undefined> {
  await sql`SELECT set_config('TimeZone', ${ctx.town.timeZone}, true)`.execute(ctx.db)
  const line = { csv: csvLine, json: jsonLine, geojson: feature }[format](set, ctx.town.origin + ctx.town.base)
  const { rows } = await sql<{ lines: string | null; last: string | null; count: number }>`
    WITH page AS (${set.rows(ctx, after, limit)}), line AS (SELECT key, ${line} AS text FROM page)
    SELECT string_agg(text, ${between[format]} ORDER BY key) AS lines, (array_agg(key ORDER BY key DESC))[1]::text AS last, count(*)::int AS count
    FROM line`.execute(ctx.db)
  const { lines, last, count } = rows[0]!
  return lines !== null && last !== null ? { lines, last, count } : undefined
}

const between: Record<DataFormat, string> = { csv: '', json: ',\n', geojson: ',\n' }

/** A whole address where the row has a path. */
const value = ({ name, type }: DataColumn, home: string) => (type === 'address' ? sql`${home} || ${sql.ref(name)}` : sql.ref(name))

const csvLine = ({ columns }: DataSet, home: string) =>
  sql`array_to_string(ARRAY[${sql.join(columns.map((column) => cell(column, home)))}], ';', '') || E'\\r\\n'`

/** RFC 4180 apart from the separator; what a spreadsheet would take for a formula gets an apostrophe in front (csv.ts). */
function cell(column: DataColumn, home: string) {
  const written = value(column, home)
  if (column.type === 'time') return sql`to_char(${written}, 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM')`
  if (column.type !== 'text') return sql`${written}::text`
  const harmless = sql`CASE WHEN ${written} ~ '^[=+@\\t\\r-]' THEN '''' || ${written} ELSE ${written} END`
  return sql`CASE WHEN ${written} ~ '[;"\\r\\n]' THEN '"' || replace(${harmless}, '"', '""') || '"' ELSE ${harmless} END`
}

/** The columns as one JSON object, in their order. */
const jsonObject = (columns: readonly DataColumn[], home: string) =>
  sql`(SELECT row_to_json(o) FROM (SELECT ${sql.join(columns.map((column) => sql`${value(column, home)} AS ${sql.id(column.name)}`))}) o)::text`

const jsonLine = ({ columns }: DataSet, home: string) => jsonObject(columns, home)

const point = sql`CASE WHEN latitude IS NULL THEN 'null' ELSE '{"type":"Point","coordinates":[' || longitude || ',' || latitude || ']}' END`

function feature({ columns, id, geometry }: DataSet, home: string) {
  const named = columns.find(({ name }) => name === id)!
  const others = columns.filter(({ name }) => geometry !== 'point' || (name !== 'latitude' && name !== 'longitude'))
  return sql`'{"type":"Feature","id":' || to_json(${value(named, home)}) || ',"geometry":' || ${geometry === 'point' ? point : sql`coalesce(shape::text, 'null')`}
    || ',"properties":' || ${jsonObject(others, home)} || '}'`
}
