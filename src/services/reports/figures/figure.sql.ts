import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Measures } from './measures.rules.ts'

/** Stands in the key where a row does not tell the dimension apart, or where there is none. */
export const ZERO = '00000000-0000-0000-0000-000000000000'
/** Which dimensions a row tells apart. */
export const dims = { category: 1, district: 2, unit: 4 } as const

/** One run at a time counts for a town; false if another one does. Until the transaction ends. */
export async function alone(ctx: Ctx): Promise<boolean> {
  const { rows } = await sql<{
    got: boolean
  }>`SELECT pg_try_advisory_xact_lock(hashtextextended(${`figures ${ctx.town.id}`}, 0)) AS got`.execute(ctx.db)
  return rows[0]?.got ?? false
}

export async function markStale(ctx: Ctx, months: readonly string[]): Promise<void> {
  if (months.length === 0) return
  await ctx.db
    .insertInto('services.report_stale_month')
    .values(months.map((month) => ({ tenant_id: ctx.town.id, month })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes the newest months that have to be counted anew. */
export async function takeStale(ctx: Ctx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ month: string }>`
    DELETE FROM services.report_stale_month WHERE tenant_id = ${ctx.town.id} AND month IN (
      SELECT month FROM services.report_stale_month WHERE tenant_id = ${ctx.town.id} ORDER BY month DESC LIMIT ${limit})
    RETURNING month`.execute(ctx.db)
  return rows.map(({ month }) => month)
}

/**
 * Counts one month from its facts, instead of adding to what was counted before: nothing can drift. Doubles count as doubles alone.
 * Days are begun ones, from sending to the end without the time in which it was the reporter's turn.
 */
export async function recount(ctx: Ctx, month: string): Promise<void> {
  const town = ctx.town.id
  await ctx.db.deleteFrom('services.report_figure').where('tenant_id', '=', town).where('month', '=', month).execute()
  await sql`
    WITH fact AS NOT MATERIALIZED (
      SELECT *, coalesce(end_reason = 'duplicate', false) AS duplicate FROM services.report_fact WHERE tenant_id = ${town}
    ), counted AS (
      SELECT category_id, district_id, unit_id, what, NULL::int AS day
      FROM fact, LATERAL (VALUES (CASE WHEN duplicate THEN 'duplicates' ELSE 'received' END), (CASE WHEN closed_at IS NULL THEN 'open' END)) w (what)
      WHERE received_month = ${month}
      UNION ALL
      SELECT category_id, district_id, unit_id, CASE stage WHEN 'done' THEN 'done' ELSE 'ended ' || coalesce(end_reason, 'unknown') END,
        CASE stage WHEN 'done' THEN greatest(1, ceil((extract(epoch FROM closed_at - received_at) - stopped_seconds) / 86400))::int END
      FROM fact WHERE closed_month = ${month} AND NOT duplicate
      UNION ALL
      SELECT category_id, district_id, promise_unit_id, promise_basis || ' ' || promise_outcome, NULL
      FROM fact WHERE due_month = ${month} AND promise_outcome IN ('kept', 'broken') AND NOT duplicate
      UNION ALL
      SELECT category_id, district_id, unit_id, what, NULL
      FROM fact, LATERAL (VALUES ('repaired'), (CASE WHEN objections > 0 THEN 'objected' END), (CASE WHEN reopenings > 0 THEN 'reopened' END)) w (what)
      WHERE first_done_month = ${month} AND NOT duplicate
    ), base AS MATERIALIZED (
      SELECT category_id AS c, coalesce(district_id, ${ZERO}::uuid) AS d, coalesce(unit_id, ${ZERO}::uuid) AS u, what, day, count(*) AS n
      FROM counted WHERE what IS NOT NULL GROUP BY 1, 2, 3, 4, 5
    ), cubed AS (
      SELECT (1 - grouping(c)) * ${sql.lit(dims.category)} + (1 - grouping(d)) * ${sql.lit(dims.district)} + (1 - grouping(u)) * ${sql.lit(dims.unit)} AS dims,
        c, d, u, what, day, sum(n)::int AS n
      FROM base GROUP BY CUBE (c, d, u), what, day
    )
    INSERT INTO services.report_figure (tenant_id, dims, month, category_id, district_id, unit_id, received, open, duplicates, done, ended, reasons,
      days, day_counts, kept, broken, targets_kept, targets_broken, repaired, objected, reopened)
    SELECT ${town}, dims, ${month}, coalesce(c, ${ZERO}::uuid), coalesce(d, ${ZERO}::uuid), coalesce(u, ${ZERO}::uuid),
      ${sum('received')}, ${sum('open')}, ${sum('duplicates')}, ${sum('done')}, coalesce(sum(n) FILTER (WHERE what LIKE 'ended %'), 0),
      coalesce(jsonb_object_agg(substr(what, 7), n) FILTER (WHERE what LIKE 'ended %'), '{}'),
      coalesce(array_agg(day ORDER BY day) FILTER (WHERE day IS NOT NULL), '{}'), coalesce(array_agg(n ORDER BY day) FILTER (WHERE day IS NOT NULL), '{}'),
      ${sum('experience kept')}, ${sum('experience broken')}, ${sum('target kept')}, ${sum('target broken')},
      ${sum('repaired')}, ${sum('objected')}, ${sum('reopened')}
    FROM cubed GROUP BY dims, c, d, u`.execute(ctx.db)
}

const sum = (what: string) => sql`coalesce(sum(n) FILTER (WHERE what = ${sql.lit(what)}), 0)`

/** What is asked for; without months of all time. */
export type Choice = {
  from?: string | undefined
  to?: string | undefined
  categoryIds?: readonly string[] | undefined
  districtId?: string | undefined
  unitId?: string | undefined
}
export type Dimension = keyof typeof dims
export type Cell = Measures & { month: string; category: string; district: string; unit: string }

/** The counted rows of a choice, by month; `by` tells one dimension more apart than the choice does. */
export async function cellsOf(ctx: Ctx, choice: Choice, by?: Dimension): Promise<Cell[]> {
  const told = { category: choice.categoryIds !== undefined, district: choice.districtId !== undefined, unit: choice.unitId !== undefined }
  if (by) told[by] = true
  let query = ctx.db
    .selectFrom('services.report_figure')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('dims', '=', maskOf(told))
    .orderBy('month')
  if (choice.from) query = query.where('month', '>=', choice.from)
  if (choice.to) query = query.where('month', '<=', choice.to)
  if (choice.categoryIds) query = query.where('category_id', 'in', [...choice.categoryIds])
  if (choice.districtId) query = query.where('district_id', '=', choice.districtId)
  if (choice.unitId) query = query.where('unit_id', '=', choice.unitId)
  return (await query.execute()).map((row) => ({
    month: row.month,
    category: row.category_id,
    district: row.district_id,
    unit: row.unit_id,
    received: row.received,
    open: row.open,
    duplicates: row.duplicates,
    done: row.done,
    ended: row.ended,
    // Written by `recount` alone: a number for each reason.
    reasons: row.reasons as Record<string, number>,
    days: new Map(row.days.map((day, i) => [day, row.day_counts[i] ?? 0])),
    kept: row.kept,
    broken: row.broken,
    targetsKept: row.targets_kept,
    targetsBroken: row.targets_broken,
    repaired: row.repaired,
    objected: row.objected,
    reopened: row.reopened,
  }))
}

const maskOf = (told: Record<Dimension, boolean>): number =>
  (Object.keys(dims) as Dimension[]).reduce((mask, one) => mask + (told[one] ? dims[one] : 0), 0)

/** As of when the figures are, and when they last changed; undefined as long as they were never made. */
export async function figuresState(ctx: Ctx): Promise<{ asOf: Date; changedAt: Date } | undefined> {
  const row = await ctx.db
    .selectFrom('services.report_figures_state')
    .select(['as_of as asOf', 'changed_at as changedAt'])
    .where('tenant_id', '=', ctx.town.id)
    .executeTakeFirst()
  return row
}

/** Unless something changed, the time is written every few minutes only. */
export const setFiguresState = (ctx: Ctx, changed: boolean) =>
  sql`
    INSERT INTO services.report_figures_state AS known (tenant_id, as_of, changed_at) VALUES (${ctx.town.id}, ${ctx.now()}, ${ctx.now()})
    ON CONFLICT (tenant_id) DO UPDATE SET as_of = excluded.as_of, changed_at = CASE WHEN ${changed} THEN excluded.changed_at ELSE known.changed_at END
    WHERE ${changed} OR known.as_of < excluded.as_of - interval '5 minutes'`.execute(ctx.db)

/** Departments and teams that occur in the figures, closed ones too, by name; and the first month in which there is anything. */
export async function figuresSpan(
  ctx: Ctx,
): Promise<{ first: string | undefined; units: { id: string; code: string; name: string; nameEn: string | undefined }[] }> {
  const { rows } = await sql<{ id: string; code: string; name: string; name_en: string | null }>`
    SELECT o.id, o.code, o.name, o.name_en FROM core.organisation o WHERE o.tenant_id = ${ctx.town.id} AND o.id IN (
      SELECT unit_id FROM services.report_figure WHERE tenant_id = ${ctx.town.id} AND dims = ${sql.lit(dims.unit)})
    ORDER BY o.name, o.id LIMIT 500`.execute(ctx.db)
  const earliest = await sql<{ month: string | null }>`
    SELECT min(month) AS month FROM services.report_figure WHERE tenant_id = ${ctx.town.id} AND dims = 0`.execute(ctx.db)
  return {
    first: earliest.rows[0]?.month ?? undefined,
    units: rows.map(({ name_en, ...unit }) => ({ ...unit, nameEn: name_en ?? undefined })),
  }
}
