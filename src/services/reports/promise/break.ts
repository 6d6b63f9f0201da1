import { notify } from '#core/notifications/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { noteChange } from '../../cases/change.sql.ts'
import { type Case, caseById, membersOf, withDeputies } from '../../cases/index.ts'
import { tell } from '../../cases/step.verbs.ts'
import { promiseEvents } from './promise.events.ts'
import { outcomeOf, reasonDue } from './promise.rules.ts'
import { changePromise, toEscalate } from './promise.sql.ts'

/** As many as one transaction decides. */
export const PAGE = 100

/** Decides promises whose day is over, oldest first; returns how many there were, `PAGE` when there may be more. */
export async function decidePromises(ctx: Ctx): Promise<number> {
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  const rows = await ctx.db
    .selectFrom('services.promise')
    .select(['case_id', 'due_on'])
    .where('tenant_id', '=', ctx.town.id)
    .where('outcome', 'is', null)
    .where('stopped_on', 'is', null)
    .where('due_on', '<', today)
    .orderBy('due_on')
    .orderBy('case_id')
    .limit(PAGE)
    .forUpdate()
    .skipLocked()
    .execute()
  for (const { case_id, due_on } of rows) {
    const it = await caseById(ctx, case_id)
    if (it) await decide(ctx, it, due_on, today)
  }
  return rows.length
}

async function decide(ctx: Ctx, it: Case, dueOn: string, today: string): Promise<void> {
  // Most promises end without an event; the figures count them all the same.
  await noteChange(ctx, [{ type: 'case', id: it.id }])
  if (it.stage === 'ended') return void (await changePromise(ctx, it.id, { outcome: 'void' }))
  const outcome = outcomeOf(dueOn, it.closedAt && dayIn(it.closedAt, ctx.town.timeZone))
  const open = it.closedAt === undefined
  await changePromise(ctx, it.id, {
    outcome,
    unit_id: it.unitId ?? null,
    ...(outcome === 'broken' && open ? { reason_due_on: reasonDue(today, ctx.town.land) } : {}),
  })
  if (outcome === 'kept' || !open) return
  await tell(ctx, it, { event: promiseEvents.broken, data: { day: dueOn, ...(it.unitId ? { unitId: it.unitId } : {}) }, role: 'system' })
  await tellUnit(ctx, it, ['clerk', 'lead'], 'promise.tell.broken')
}

/** Leads hear of broken promises without a reason in time. Returns how many there were. */
export async function escalatePromises(ctx: Ctx): Promise<number> {
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  const rows = await toEscalate(ctx, today, PAGE)
  for (const { id } of rows) {
    const it = await caseById(ctx, id)
    if (it && it.closedAt === undefined && !it.incidentId) await tellUnit(ctx, it, ['lead'], 'promise.tell.escalated')
  }
  return rows.length
}

async function tellUnit(ctx: Ctx, it: Case, roles: readonly string[], text: string): Promise<void> {
  if (!it.unitId) return
  const params = { number: it.number, title: it.title, place: it.placeLabel }
  const members = await membersOf(ctx, it.unitId, roles)
  for (const personId of await withDeputies(
    ctx,
    members.map(({ id }) => id),
  ))
    await notify(ctx, { personId, kind: 'report.promise', text, params, path: `/amt/meldungen/${it.number}/zusage` })
}
