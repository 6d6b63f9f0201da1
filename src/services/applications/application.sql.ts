import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'

export type Application = {
  caseId: string
  serviceId: string
  workflowId: string
  workflowNumber: number
  stateSince: Date
  timeOutAt: Date | undefined
  letterOutOn: string | undefined
  remindAt: Date | undefined
}

export async function applicationOf(ctx: Ctx, caseId: string): Promise<Application | undefined> {
  const row = await ctx.db
    .selectFrom('services.application')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  return (
    row && {
      caseId: row.case_id,
      serviceId: row.service_id,
      workflowId: row.workflow_id,
      workflowNumber: row.workflow_number,
      stateSince: row.state_since,
      timeOutAt: row.time_out_at ?? undefined,
      letterOutOn: row.letter_out_on ?? undefined,
      remindAt: row.remind_at ?? undefined,
    }
  )
}

/** By which version of which workflow each of these cases goes. */
export async function workflowsOf(ctx: Ctx, caseIds: readonly string[]) {
  if (caseIds.length === 0) return new Map<string, Pick<Application, 'workflowId' | 'workflowNumber'>>()
  const rows = await ctx.db
    .selectFrom('services.application')
    .select(['case_id', 'workflow_id', 'workflow_number'])
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .execute()
  return new Map(rows.map((row) => [row.case_id, { workflowId: row.workflow_id, workflowNumber: row.workflow_number }]))
}

export const insertApplication = (
  ctx: Ctx,
  it: Pick<Application, 'caseId' | 'serviceId' | 'workflowId' | 'workflowNumber' | 'timeOutAt' | 'remindAt'> & { lookAt: Date | undefined },
) =>
  ctx.db
    .insertInto('services.application')
    .values({
      tenant_id: ctx.town.id,
      case_id: it.caseId,
      service_id: it.serviceId,
      workflow_id: it.workflowId,
      workflow_number: it.workflowNumber,
      state_since: ctx.now(),
      time_out_at: it.timeOutAt ?? null,
      look_at: it.lookAt ?? null,
      remind_at: it.remindAt ?? null,
    })
    .execute()

export type ApplicationChanges = Partial<{
  state_since: Date
  time_out_at: Date | null
  look_at: Date | null
  letter_out_on: string | null
  remind_at: Date | null
}>

export const changeApplication = (ctx: Ctx, caseId: string, changes: ApplicationChanges) =>
  ctx.db.updateTable('services.application').set(changes).where('tenant_id', '=', ctx.town.id).where('case_id', '=', caseId).execute()

/** That it was answered now, late if its promised day was over at this answer or at one before. */
export const noteAnswer = (ctx: Ctx, { id, dueAt }: { id: string; dueAt: Date }) =>
  ctx.db
    .updateTable('services.application')
    .set({ answered_at: ctx.now(), answered_late: sql`coalesce(answered_late, false) OR ${ctx.now() > dueAt}` })
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', id)
    .execute()

export const insertStep = (ctx: Ctx, it: { caseId: string; step: string; from: string; to: string; personId: string | undefined }) =>
  ctx.db
    .insertInto('services.application_step')
    .values({
      tenant_id: ctx.town.id,
      case_id: it.caseId,
      id: newId(ctx.now().getTime()),
      step: it.step,
      from_state: it.from,
      to_state: it.to,
      person_id: it.personId ?? null,
      at: ctx.now(),
    })
    .execute()

export type StepTaken = { step: string; from: string; to: string; personId: string | undefined; at: Date }

/** The last thousand, oldest first. */
export async function stepsTaken(ctx: Ctx, caseId: string): Promise<StepTaken[]> {
  const rows = await ctx.db
    .selectFrom('services.application_step')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(1000)
    .execute()
  return rows
    .reverse()
    .map((row) => ({ step: row.step, from: row.from_state, to: row.to_state, personId: row.person_id ?? undefined, at: row.at }))
}

/** Cases whose time in their state is over, or for which the system wants to look again: those that wait longest. */
export async function applicationsToWake(ctx: Ctx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ case_id: string }>`
    (SELECT case_id, time_out_at AS at FROM services.application WHERE tenant_id = ${ctx.town.id} AND time_out_at <= ${ctx.now()}
      ORDER BY time_out_at LIMIT ${limit})
    UNION ALL
    (SELECT case_id, look_at FROM services.application WHERE tenant_id = ${ctx.town.id} AND look_at <= ${ctx.now()} ORDER BY look_at LIMIT ${limit})
    ORDER BY at LIMIT ${limit}`.execute(ctx.db)
  return [...new Set(rows.map(({ case_id }) => case_id))]
}

/** Cases of which somebody is to be reminded now: those that wait longest. */
export const applicationsToRemind = async (ctx: Ctx, limit: number): Promise<string[]> =>
  (
    await ctx.db
      .selectFrom('services.application')
      .select('case_id')
      .where('tenant_id', '=', ctx.town.id)
      .where('remind_at', '<=', ctx.now())
      .orderBy('remind_at')
      .limit(limit)
      .execute()
  ).map(({ case_id }) => case_id)

/** Whether somebody has a role in a unit, or anywhere: the ids of the units. */
export async function unitsWithRole(ctx: Ctx, personId: string, role: string): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('core.membership')
    .select('organisation_id')
    .where('tenant_id', '=', ctx.town.id)
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('until', 'is', null)
    .limit(200)
    .execute()
  return rows.map(({ organisation_id }) => organisation_id)
}

export async function unitByCode(ctx: Ctx, code: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('core.organisation')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('code', '=', code)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return row?.id
}
