import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { DataSet } from '#platform/open-data/data-set.ts'

/** The town hall and its parts; how to reach a person or a room there stands in none of the columns. */
export const unitRows: DataSet['rows'] = (ctx, after, limit) => sql`
  SELECT o.code AS key, o.code, o.kind, o.name, o.name_en, p.code AS part_of, o.closed_at IS NULL AS open
  FROM core.organisation o LEFT JOIN core.organisation p ON p.tenant_id = o.tenant_id AND p.id = o.parent_id
  WHERE o.tenant_id = ${ctx.town.id} AND o.kind IN ('authority', 'department', 'team') AND o.code > ${after} ORDER BY o.code LIMIT ${limit}`

export async function unitCount(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM core.organisation
    WHERE tenant_id = ${ctx.town.id} AND kind IN ('authority', 'department', 'team')`.execute(ctx.db)
  return rows[0]?.n ?? 0
}
