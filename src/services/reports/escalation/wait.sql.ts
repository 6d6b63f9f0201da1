import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesCaseEscalation } from '#platform/db/schema.generated.ts'
import { reportEvents } from '../report.events.ts'
import type { Level, Waits } from './ladder.rules.ts'

export type Wait = {
  waits: Waits
  since: Date
  level: Level
  nextAt: Date | undefined
  raisedAt: Date | undefined
  seenAt: Date | undefined
  seenBy: string | undefined
}

// The table's checks allow no other words.
const waitOf = (row: Selectable<ServicesCaseEscalation>): Wait => ({
  waits: row.waits as Waits,
  since: row.since,
  level: row.level as Level,
  nextAt: row.next_at ?? undefined,
  raisedAt: row.raised_at ?? undefined,
  seenAt: row.seen_at ?? undefined,
  seenBy: row.seen_by ?? undefined,
})

const rowOf = (ctx: Ctx, caseId: string) =>
  ctx.db.selectFrom('services.case_escalation').selectAll().where('tenant_id', '=', ctx.town.id).where('case_id', '=', caseId)

export async function waitOfCase(ctx: Ctx, caseId: string): Promise<Wait | undefined> {
  const row = await rowOf(ctx, caseId).executeTakeFirst()
  return row && waitOf(row)
}

/** The case is locked before its wait, always. */
export async function lockWait(ctx: Ctx, caseId: string): Promise<Wait | undefined> {
  const row = await rowOf(ctx, caseId).forUpdate().executeTakeFirst()
  return row && waitOf(row)
}

/** It waits from now on; what was told before is over. */
export async function putWait(
  ctx: Ctx,
  caseId: string,
  it: { waits: Waits; since: Date; level?: Level; nextAt: Date | undefined },
): Promise<void> {
  const values = {
    waits: it.waits,
    since: it.since,
    level: it.level ?? 0,
    next_at: it.nextAt ?? null,
    raised_at: it.level ? ctx.now() : null,
    seen_at: null,
    seen_by: null,
  }
  await ctx.db
    .insertInto('services.case_escalation')
    .values({ tenant_id: ctx.town.id, case_id: caseId, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'case_id']).doUpdateSet(values))
    .execute()
}

export const deleteWait = (ctx: Ctx, caseId: string) =>
  ctx.db.deleteFrom('services.case_escalation').where('tenant_id', '=', ctx.town.id).where('case_id', '=', caseId).execute()

const change = (ctx: Ctx, caseId: string) =>
  ctx.db.updateTable('services.case_escalation').where('tenant_id', '=', ctx.town.id).where('case_id', '=', caseId)

export const raiseWait = (ctx: Ctx, caseId: string, level: Level, nextAt: Date | undefined) =>
  change(ctx, caseId)
    .set({ level, next_at: nextAt ?? null, raised_at: ctx.now(), seen_at: null, seen_by: null })
    .execute()

export const moveWait = (ctx: Ctx, caseId: string, nextAt: Date) => change(ctx, caseId).set({ next_at: nextAt }).execute()

export const markSeen = (ctx: Ctx, caseId: string) =>
  change(ctx, caseId)
    .set({ seen_at: ctx.now(), seen_by: ctx.actor.personId ?? null })
    .execute()

/** The level in the work list. Counts no version: nobody's form gets old by it. */
export const setEscalated = (ctx: Ctx, caseId: string, level: Level) =>
  ctx.db
    .updateTable('services.case')
    .set({ escalated: level })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', caseId)
    .where('escalated', '!=', level)
    .execute()

/** Cases whose next level is due, longest first, read by the index of due times. */
export async function dueWaits(ctx: Ctx, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('services.case_escalation')
    .select('case_id')
    .where('tenant_id', '=', ctx.town.id)
    .where('next_at', '<=', ctx.now())
    .orderBy('next_at')
    .orderBy('case_id')
    .limit(limit)
    .execute()
  return rows.map(({ case_id }) => case_id)
}

/**
 * How often units said no since the case was last opened. Both are read by the case: its assignments, and its events, newest first.
 * OFFSET keeps the planner from reading every reopening of the town instead.
 */
export async function countRejections(ctx: Ctx, caseId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*)::int AS n FROM services.assignment
    WHERE tenant_id = ${ctx.town.id} AND case_id = ${caseId} AND state = 'rejected' AND until > coalesce((
      SELECT e.at FROM core.event_subject s
      CROSS JOIN LATERAL (SELECT * FROM core.event e WHERE e.tenant_id = s.tenant_id AND e.id = s.event_id OFFSET 0) e
      WHERE s.tenant_id = ${ctx.town.id} AND s.subject_type = 'case' AND s.subject_id = ${caseId} AND e.kind = ${reportEvents.reopened.kind}
      ORDER BY s.event_id DESC LIMIT 1), '-infinity')`.execute(ctx.db)
  return rows[0]?.n ?? 0
}
