import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/** Times with the town's offset, so that the first seven characters are the month in which they count. */
const time = (column: string) => sql`to_char(${sql.ref(column)}, 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM')`
/** Only codes of districts come from outside and may hold anything. */
const quoted = (column: string) =>
  sql`CASE WHEN ${sql.ref(column)} ~ '[;"\\r\\n]' THEN '"' || replace(${sql.ref(column)}, '"', '""') || '"' ELSE ${sql.ref(column)} END`

/**
 * The next facts as lines of the file, and where to go on; undefined after the last one. The database writes the lines, so that a
 * million of them costs this process hardly anything.
 */
export async function openDataLines(ctx: Ctx, after: string, limit: number): Promise<{ lines: string; last: string } | undefined> {
  await sql`SELECT set_config('TimeZone', ${ctx.town.timeZone}, true)`.execute(ctx.db)
  const { rows } = await sql<{ lines: string | null; last: string | null }>`
    WITH page AS (
      SELECT * FROM services.report_fact WHERE tenant_id = ${ctx.town.id} AND case_id > ${after}::uuid ORDER BY case_id LIMIT ${limit}
    ), line AS (
      SELECT f.case_id, array_to_string(ARRAY[f.number, c.code, c.group_code, ${quoted('d.code')}, u.code, f.stage, ${time('f.received_at')},
        ${time('f.accepted_at')}, ${time('f.first_done_at')}, ${time('f.closed_at')}, f.end_reason, f.stopped_seconds::text, f.promise_basis,
        f.promise_due_on::text, f.promise_outcome, p.code, f.objections::text, f.reopenings::text, f.lat::text, f.lon::text], ';', '') AS text
      FROM page f
      LEFT JOIN services.report_category c ON c.tenant_id = ${ctx.town.id} AND c.id = f.category_id
      LEFT JOIN core.district d ON d.tenant_id = ${ctx.town.id} AND d.id = f.district_id
      LEFT JOIN core.organisation u ON u.tenant_id = ${ctx.town.id} AND u.id = f.unit_id
      LEFT JOIN core.organisation p ON p.tenant_id = ${ctx.town.id} AND p.id = f.promise_unit_id
    )
    SELECT string_agg(text || E'\\r\\n', '' ORDER BY case_id) AS lines, (array_agg(case_id ORDER BY case_id DESC))[1] AS last FROM line`.execute(
    ctx.db,
  )
  const { lines, last } = rows[0]!
  return lines && last ? { lines, last } : undefined
}
