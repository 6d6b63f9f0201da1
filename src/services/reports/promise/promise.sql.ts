import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesPromise } from '#platform/db/schema.generated.ts'
import type { Kept, Level } from './ladder.rules.ts'

/** What was promised; days of the town as `YYYY-MM-DD`. */
export type KeptPromise = {
  level: Level | 'norm'
  /** Comparable reports it rests on, open ones too. */
  n: number
  /** Half of them are done by then; a norm has none. */
  usualOn: string | undefined
  /** Nine in ten are done by then. */
  dueOn: string
  stoppedOn: string | undefined
  stoppedDays: number
  /** `joined`: while it rests at another report, the promise of that one counts. */
  outcome: 'kept' | 'broken' | 'void' | 'joined' | undefined
  reason: string | undefined
  renewedOn: string | undefined
}

const promiseFrom = (row: Selectable<ServicesPromise>): KeptPromise => ({
  level: row.level as Level | 'norm',
  n: row.n,
  usualOn: row.usual_on ?? undefined,
  dueOn: row.due_on,
  stoppedOn: row.stopped_on ?? undefined,
  stoppedDays: row.stopped_days,
  outcome: (row.outcome ?? undefined) as KeptPromise['outcome'],
  reason: row.reason ?? undefined,
  renewedOn: row.renewed_on ?? undefined,
})

const rowOf = (ctx: Ctx, caseId: string) =>
  ctx.db.selectFrom('services.promise').selectAll().where('tenant_id', '=', ctx.town.id).where('case_id', '=', caseId)

export async function promiseOf(ctx: Ctx, caseId: string): Promise<KeptPromise | undefined> {
  const row = await rowOf(ctx, caseId).executeTakeFirst()
  return row && promiseFrom(row)
}

/** As `promiseOf`, held for this transaction. */
export async function lockPromise(ctx: Ctx, caseId: string): Promise<KeptPromise | undefined> {
  const row = await rowOf(ctx, caseId).forUpdate().executeTakeFirst()
  return row && promiseFrom(row)
}

export async function estimatesNamed(ctx: Ctx, keys: readonly string[]): Promise<Kept[]> {
  const rows = await ctx.db
    .selectFrom('services.promise_estimate')
    .select(['key', 'level', 'p50', 'p90', 'n'])
    .where('tenant_id', '=', ctx.town.id)
    .where('key', 'in', [...keys])
    .execute()
  return rows.map((row) => ({ ...row, level: row.level as Level }))
}

export type NewPromise = Pick<KeptPromise, 'level' | 'n' | 'usualOn' | 'dueOn'> & { rules: number }

export const insertPromise = (ctx: Ctx, caseId: string, it: NewPromise) =>
  ctx.db
    .insertInto('services.promise')
    .values({
      tenant_id: ctx.town.id,
      case_id: caseId,
      level: it.level,
      n: it.n,
      rules: it.rules,
      made_at: ctx.now(),
      usual_on: it.usualOn ?? null,
      due_on: it.dueOn,
    })
    .execute()

export type PromiseChanges = Partial<{
  usual_on: string | null
  due_on: string
  stopped_on: string | null
  stopped_days: number
  outcome: 'kept' | 'broken' | 'void'
  unit_id: string | null
  reason_due_on: string
  reason: string
  renewed_on: string
  escalated_at: Date
}>

export const changePromise = (ctx: Ctx, caseId: string, changes: PromiseChanges) =>
  ctx.db.updateTable('services.promise').set(changes).where('tenant_id', '=', ctx.town.id).where('case_id', '=', caseId).execute()

/** Counts no version: nobody's form gets old by it. */
export const setDue = (ctx: Ctx, caseId: string, dueAt: Date) =>
  ctx.db.updateTable('services.case').set({ due_at: dueAt }).where('tenant_id', '=', ctx.town.id).where('id', '=', caseId).execute()

/** Broken ones whose reason is overdue, marked as told to the leads. */
export async function toEscalate(ctx: Ctx, today: string, limit: number): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    UPDATE services.promise SET escalated_at = ${ctx.now()}
    WHERE tenant_id = ${ctx.town.id} AND case_id IN (
      SELECT case_id FROM services.promise WHERE tenant_id = ${ctx.town.id} AND reason IS NULL AND escalated_at IS NULL
        AND reason_due_on IS NOT NULL AND reason_due_on < ${today}::date ORDER BY reason_due_on, case_id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING case_id AS id`.execute(ctx.db)
  return rows
}
