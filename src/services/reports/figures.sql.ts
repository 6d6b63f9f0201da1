import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

export type Figures = { received: number; done: number; medianDays: number | undefined; open: number }

/** A damage that several reported counts once. Figures of the month that `at` lies in (town's time): reported, done, days until done (median), and how many are open now. */
export async function reportFigures(ctx: Ctx, at: Date): Promise<Figures> {
  const { rows } = await sql<{ received: number; done: number; median: number | null; open: number }>`
    WITH month AS (
      SELECT date_trunc('month', ${at}::timestamptz AT TIME ZONE ${ctx.town.timeZone}) AT TIME ZONE ${ctx.town.timeZone} AS since
    ), closed AS MATERIALIZED (
      SELECT extract(epoch FROM c.closed_at - c.received_at) / 86400 AS days FROM services.case c, month
      WHERE c.tenant_id = ${ctx.town.id} AND c.kind = 'report' AND c.closed_at >= month.since AND c.closed_at <= ${at} AND c.stage = 'done'
    )
    SELECT
      (SELECT count(*) FROM services.case c, month WHERE c.tenant_id = ${ctx.town.id} AND c.kind = 'report'
        AND c.received_at >= month.since AND c.received_at <= ${at} AND c.stage <> 'draft' AND c.incident_id IS NULL)::int AS received,
      (SELECT count(*) FROM closed)::int AS done,
      (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY days) FROM closed)::float8 AS median,
      (SELECT count(*) FROM services.case c WHERE c.tenant_id = ${ctx.town.id} AND c.kind = 'report'
        AND c.closed_at IS NULL AND c.stage <> 'draft' AND c.incident_id IS NULL)::int AS open`.execute(ctx.db)
  const row = rows[0]!
  return { received: row.received, done: row.done, medianDays: row.median ?? undefined, open: row.open }
}

/** Newest settled, published reports that have a photo of the repair and one of the damage. */
export async function settledIds(ctx: Ctx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM services.case c
    WHERE c.tenant_id = ${ctx.town.id} AND c.kind = 'report' AND c.closed_at IS NOT NULL AND c.published AND c.has_photo AND c.stage = 'done'
      AND EXISTS (SELECT 1 FROM services.case_file f WHERE f.tenant_id = c.tenant_id AND f.case_id = c.id AND f.role = 'after' AND f.audience = 'public')
      AND EXISTS (SELECT 1 FROM services.case_file f WHERE f.tenant_id = c.tenant_id AND f.case_id = c.id AND f.role = 'before' AND f.audience = 'public')
    ORDER BY c.closed_at DESC LIMIT ${limit}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
