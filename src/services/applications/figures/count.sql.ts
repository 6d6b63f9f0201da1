import { sql } from 'kysely'
import { addDays } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { applicationResults } from '../result.rules.ts'
import { monthOf, workingDaysUntil } from './figures.rules.ts'

const midnight = (ctx: Ctx, day: string) => sql`${day}::date::timestamp AT TIME ZONE ${ctx.town.timeZone}`
const dayOf = (ctx: Ctx, column: 'c.received_at' | 'c.closed_at' | 'd.saved_at' | 'a.answered_at') =>
  sql<string>`(${sql.ref(column)} AT TIME ZONE ${ctx.town.timeZone})::date`
/** How it came: as what was sent first. */
const channel = (ctx: Ctx) => sql`
  LEFT JOIN LATERAL (SELECT s.channel FROM services.submission s WHERE s.tenant_id = ${ctx.town.id} AND s.case_id = c.id ORDER BY s.sent_at LIMIT 1) s ON true`

/** The last day that was counted, held; the day before the first application where nothing was. Undefined while there is none. */
export async function lastCounted(ctx: Ctx): Promise<string | undefined> {
  await sql`
    INSERT INTO services.application_counted (tenant_id, until_on)
    SELECT ${ctx.town.id}, ${dayOf(ctx, 'c.received_at')} - 1 FROM (
      SELECT received_at FROM services.case WHERE tenant_id = ${ctx.town.id} AND kind = 'application' ORDER BY received_at, id LIMIT 1) c
    ON CONFLICT DO NOTHING`.execute(ctx.db)
  const row = await ctx.db
    .selectFrom('services.application_counted')
    .select('until_on')
    .where('tenant_id', '=', ctx.town.id)
    .forUpdate()
    .executeTakeFirst()
  return row?.until_on
}

export const noteCounted = (ctx: Ctx, day: string) =>
  ctx.db.updateTable('services.application_counted').set({ until_on: day }).where('tenant_id', '=', ctx.town.id).execute()

type Counted = { service_id: string; what: string; channel: string; days: number; late: boolean; count: number }

async function add(ctx: Ctx, month: string, rows: readonly Counted[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    INSERT INTO services.application_count AS t (tenant_id, service_id, month, what, channel, days, late, count)
    SELECT ${ctx.town.id}, service_id, ${month}::date, what, channel, days, late, sum(count)::int
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS r (service_id uuid, what text, channel text, days int, late boolean, count int)
    GROUP BY service_id, what, channel, days, late
    ON CONFLICT (tenant_id, service_id, month, what, channel, days, late) DO UPDATE SET count = t.count + excluded.count`.execute(ctx.db)
}

/**
 * Counts what came and what ended on these days, all of one month; read by the indexes of applications by day. What was answered took
 * until its last answer, and was late if one of them was.
 */
export async function countSpan(ctx: Ctx, from: string, until: string): Promise<void> {
  const during = (column: 'c.received_at' | 'c.closed_at') =>
    sql`c.tenant_id = ${ctx.town.id} AND c.kind = 'application' AND ${sql.ref(column)} >= ${midnight(ctx, from)} AND ${sql.ref(column)} < ${midnight(ctx, addDays(until, 1))}`
  const came = await sql<Counted>`
    SELECT c.type_id AS service_id, 'received' AS what, coalesce(s.channel, 'web') AS channel, 0 AS days, false AS late, count(*)::int AS count
    FROM services.case c ${channel(ctx)} WHERE ${during('c.received_at')} GROUP BY 1, 3`.execute(ctx.db)
  const over = await sql<Omit<Counted, 'days'> & { first: string; last: string }>`
    SELECT c.type_id AS service_id, CASE WHEN c.result = ANY (${[...applicationResults]}::text[]) THEN c.result ELSE 'ended' END AS what,
      coalesce(s.channel, 'web') AS channel, coalesce(a.answered_late, c.closed_at > c.due_at) AS late, ${dayOf(ctx, 'c.received_at')}::text AS first,
      coalesce(${dayOf(ctx, 'a.answered_at')}, ${dayOf(ctx, 'c.closed_at')})::text AS last, count(*)::int AS count
    FROM services.case c LEFT JOIN services.application a ON a.tenant_id = c.tenant_id AND a.case_id = c.id ${channel(ctx)} WHERE ${during('c.closed_at')} GROUP BY 1, 2, 3, 4, 5, 6`.execute(
    ctx.db,
  )
  const ended = over.rows.map(({ first, last, ...row }) => ({ ...row, days: workingDaysUntil(first, last, ctx.town.land) }))
  await add(ctx, monthOf(from), [...came.rows, ...ended])
}

export type LeftDraft = { serviceId: string; page: string; savedAt: Date; isNew: boolean }

/** Drafts that are gone without being sent, by the page that somebody was on: service and month, nothing about whom. */
export async function countGone(ctx: Ctx, drafts: readonly LeftDraft[]): Promise<void> {
  const left = drafts.filter(({ isNew }) => isNew)
  if (left.length === 0) return
  const rows = left.map(({ serviceId, page, savedAt }) => ({ service_id: serviceId, page, saved_at: savedAt.toISOString() }))
  await sql`
    INSERT INTO services.draft_count AS t (tenant_id, service_id, month, page, gone)
    SELECT ${ctx.town.id}, service_id, date_trunc('month', ${dayOf(ctx, 'd.saved_at')})::date, page, count(*)
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS d (service_id uuid, page text, saved_at timestamptz) GROUP BY 2, 3, 4
    ORDER BY 2, 3, 4 ON CONFLICT (tenant_id, service_id, month, page) DO UPDATE SET gone = t.gone + excluded.gone`.execute(ctx.db)
}

/** Days after which a draft that nobody touches counts as left. */
const LEFT_DAYS = 7

/** Counts anew which drafts lie there; once a night. What is changed of a case that was sent already is none. */
export async function countWaiting(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now().getTime() - LEFT_DAYS * 86_400_000)
  await sql`UPDATE services.draft_count SET waiting = 0 WHERE tenant_id = ${ctx.town.id} AND waiting > 0`.execute(ctx.db)
  await sql`
    INSERT INTO services.draft_count AS t (tenant_id, service_id, month, page, waiting)
    SELECT ${ctx.town.id}, d.service_id, date_trunc('month', ${dayOf(ctx, 'd.saved_at')})::date, d.page, count(*)
    FROM services.draft d WHERE d.tenant_id = ${ctx.town.id} AND d.expires_at > ${ctx.now()} AND d.saved_at < ${before} AND d.replaces_case IS NULL
    GROUP BY 2, 3, 4 ON CONFLICT (tenant_id, service_id, month, page) DO UPDATE SET waiting = excluded.waiting`.execute(ctx.db)
}
