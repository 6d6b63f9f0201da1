import type { Selectable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesContractorTask } from '#platform/db/schema.generated.ts'
import type { Locale } from '#platform/text.ts'
import { reportEvents } from '../report.events.ts'
import type { Task, TaskState } from './task.rules.ts'

const taskOf = (row: Selectable<ServicesContractorTask>): Task => ({
  id: row.id,
  caseId: row.case_id,
  organisationId: row.organisation_id ?? undefined,
  name: row.name,
  email: row.email,
  locale: row.locale as Locale,
  words: row.words,
  // The checks of the table allow no other words.
  state: row.state as TaskState,
  sentAt: row.sent_at,
  expiresAt: row.expires_at,
  endedAt: row.ended_at ?? undefined,
  runOutAt: row.run_out_at ?? undefined,
})

const own = (ctx: Ctx) => ctx.db.selectFrom('services.contractor_task').selectAll().where('tenant_id', '=', ctx.town.id)

export async function taskById(ctx: Ctx, id: string): Promise<Task | undefined> {
  const row = await own(ctx).where('id', '=', id).executeTakeFirst()
  return row && taskOf(row)
}

/** Newest first. */
export async function tasksOf(ctx: Ctx, caseIds: readonly string[]): Promise<Task[]> {
  const rows = await own(ctx)
    .where('case_id', 'in', [...caseIds])
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map(taskOf)
}

export async function insertTask(ctx: Ctx, it: Task): Promise<void> {
  await ctx.db
    .insertInto('services.contractor_task')
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      case_id: it.caseId,
      organisation_id: it.organisationId ?? null,
      name: it.name,
      email: it.email,
      locale: it.locale,
      words: it.words,
      state: it.state,
      by_person_id: ctx.actor.personId ?? null,
      sent_at: it.sentAt,
      expires_at: it.expiresAt,
    })
    .execute()
}

export const changeTask = (ctx: Ctx, id: string, state: TaskState) =>
  ctx.db
    .updateTable('services.contractor_task')
    .set({ state, ended_at: state === 'sent' || state === 'accepted' ? null : ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

/** The tasks of these reports that firms still have; one for each report at most. */
export async function openTasksOf(ctx: Ctx, caseIds: readonly string[]): Promise<Task[]> {
  const rows = await own(ctx)
    .where('case_id', 'in', [...caseIds])
    .where('state', 'in', ['sent', 'accepted'])
    .execute()
  return rows.map(taskOf)
}

/** The same link works until then, and its end will be told. */
export const prolongTask = (ctx: Ctx, id: string, expiresAt: Date) =>
  ctx.db
    .updateTable('services.contractor_task')
    .set({ expires_at: expiresAt, run_out_at: null })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

/** Open tasks whose link has run out since the last look, marked as told; those that ended first before the others. */
export async function takeRunOut(ctx: Ctx, limit: number): Promise<Task[]> {
  const rows = await own(ctx)
    .where('state', 'in', ['sent', 'accepted'])
    .where('run_out_at', 'is', null)
    .where('expires_at', '<=', ctx.now())
    .orderBy('expires_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  if (rows.length === 0) return []
  await ctx.db
    .updateTable('services.contractor_task')
    .set({ run_out_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where(
      'id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute()
  return rows.map(taskOf)
}

/** When each of these reports was last done, ended or opened again. */
export async function lastTurns(ctx: Ctx, caseIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await ctx.db
    .selectFrom('core.event_subject as s')
    .innerJoin('core.event as e', (join) => join.onRef('e.tenant_id', '=', 's.tenant_id').onRef('e.id', '=', 's.event_id'))
    .select((q) => ['s.subject_id', q.fn.max('e.at').as('at')])
    .where('s.tenant_id', '=', ctx.town.id)
    .where('s.subject_type', '=', 'case')
    .where('s.subject_id', 'in', [...caseIds])
    .where('e.kind', 'in', [reportEvents.done.kind, reportEvents.ended.kind, reportEvents.reopened.kind])
    .groupBy('s.subject_id')
    .execute()
  return new Map(rows.map((row) => [row.subject_id, row.at]))
}
