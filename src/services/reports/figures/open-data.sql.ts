import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { DataSet } from '#platform/open-data/data-set.ts'
import { dims, ZERO } from './figure.sql.ts'

type Rows = DataSet['rows']

/** The facts about public reports, by id. The address names a report for good, also when its page was deleted after its time. */
export const reportRows: Rows = (ctx, after, limit) => sql`
  SELECT f.case_id AS key, f.number, c.code AS category, c.group_code AS category_group, d.code AS district, u.code AS unit, f.stage,
    f.received_at AS received, f.accepted_at AS accepted, f.first_done_at AS first_done, f.closed_at AS closed, f.end_reason, f.stopped_seconds,
    f.promise_basis, f.promise_due_on AS promise_due, f.promise_outcome, p.code AS promise_unit, f.objections, f.reopenings,
    f.lat AS latitude, f.lon AS longitude, '/meldungen/' || f.number AS address
  FROM (
    SELECT * FROM services.report_fact WHERE tenant_id = ${ctx.town.id} AND case_id > ${after || ZERO}::uuid ORDER BY case_id LIMIT ${limit}) f
  LEFT JOIN services.report_category c ON c.tenant_id = ${ctx.town.id} AND c.id = f.category_id
  LEFT JOIN core.district d ON d.tenant_id = ${ctx.town.id} AND d.id = f.district_id
  LEFT JOIN core.organisation u ON u.tenant_id = ${ctx.town.id} AND u.id = f.unit_id
  LEFT JOIN core.organisation p ON p.tenant_id = ${ctx.town.id} AND p.id = f.promise_unit_id`

/** The figures of each month: of all, and told apart by one thing. */
const shown = [0, dims.category, dims.district, dims.unit]

export const figureRows: Rows = (ctx, after, limit) => {
  const [mask = '-1', month = '', category = ZERO, district = ZERO, unit = ZERO] = after ? after.split('|') : []
  return sql`
    SELECT concat_ws('|', f.dims, f.month, f.category_id, f.district_id, f.unit_id) COLLATE "C" AS key, f.month,
      CASE f.dims WHEN ${sql.lit(dims.category)} THEN 'category' WHEN ${sql.lit(dims.district)} THEN 'district' WHEN ${sql.lit(dims.unit)} THEN 'unit' ELSE 'all' END AS part,
      coalesce(c.code, d.code, u.code) AS code, f.received, f.open, f.duplicates, f.done, f.ended, f.kept AS promises_kept,
      f.broken AS promises_broken, f.targets_kept, f.targets_broken, f.repaired, f.objected, f.reopened
    FROM services.report_figure f
    LEFT JOIN services.report_category c ON c.tenant_id = f.tenant_id AND c.id = f.category_id
    LEFT JOIN core.district d ON d.tenant_id = f.tenant_id AND d.id = f.district_id
    LEFT JOIN core.organisation u ON u.tenant_id = f.tenant_id AND u.id = f.unit_id
    WHERE f.tenant_id = ${ctx.town.id} AND f.dims IN (${sql.join(shown.map((one) => sql.lit(one)))})
      AND (f.dims, f.month COLLATE "C", f.category_id, f.district_id, f.unit_id) > (${mask}::smallint, ${month}, ${category}::uuid, ${district}::uuid, ${unit}::uuid)
    ORDER BY f.dims, f.month COLLATE "C", f.category_id, f.district_id, f.unit_id LIMIT ${limit}`
}

export const categoryRows: Rows = (ctx, after, limit) => sql`
  SELECT c.code AS key, c.code, c.name->>'de' AS name, c.name->>'en' AS name_en, c.group_code AS category_group, g.name->>'de' AS group_name,
    g.name->>'en' AS group_name_en, c.deadline_days, c.publish AS published, c.closed_at IS NULL AS open
  FROM services.report_category c
  JOIN services.report_category_group g ON g.tenant_id = c.tenant_id AND g.code = c.group_code
  WHERE c.tenant_id = ${ctx.town.id} AND c.code > ${after} ORDER BY c.code LIMIT ${limit}`

/** How many rows there are; reports are told from the figures, so that a million are not counted for a page. */
export async function openDataCounts(
  ctx: Ctx,
): Promise<{ reports: number; figures: number; categories: number; first: string | undefined }> {
  const { rows } = await sql<{ reports: number; figures: number; categories: number; first: string | null }>`
    SELECT coalesce(sum(received + duplicates) FILTER (WHERE dims = 0), 0)::int AS reports, count(*)::int AS figures,
      (SELECT count(*)::int FROM services.report_category WHERE tenant_id = ${ctx.town.id}) AS categories, min(month) AS first
    FROM services.report_figure WHERE tenant_id = ${ctx.town.id} AND dims IN (${sql.join(shown.map((one) => sql.lit(one)))})`.execute(
    ctx.db,
  )
  const { first, ...counts } = rows[0]!
  return { ...counts, first: first ?? undefined }
}
