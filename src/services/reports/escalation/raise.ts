import { notify } from '#core/notifications/index.ts'
import { DAY_MS } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { lockCase } from '../../cases/case.sql.ts'
import { withDeputies } from '../../cases/cover/stand-in.ts'
import { type Case, headsOf, holdersOf, membersOf } from '../../cases/index.ts'
import { tell } from '../../cases/step.verbs.ts'
import { reportEvents } from '../report.events.ts'
import { type Level, nextLevel, stillWaits, type Waits } from './ladder.rules.ts'
import { countRejections, deleteWait, dueWaits, lockWait, moveWait, putWait, raiseWait, setEscalated } from './wait.sql.ts'
import { dueOf, nowWaits } from './wait.ts'

/** As many as one transaction tells. */
export const RAISE_PAGE = 100

/** Tells the next level of what waits too long. Returns how many were looked at; `limit` when there may be more. */
export async function raiseDue(ctx: Ctx, limit = RAISE_PAGE): Promise<number> {
  const due = await dueWaits(ctx, limit)
  for (const caseId of due) await raiseOne(ctx, caseId)
  return due.length
}

async function raiseOne(ctx: Ctx, caseId: string): Promise<void> {
  const it = await lockCase(ctx, { id: caseId })
  const wait = it && (await lockWait(ctx, caseId))
  if (!it || !wait?.nextAt || wait.nextAt > ctx.now()) return
  if (it.closedAt) return void (await deleteWait(ctx, caseId))
  // Rests at another report, which is worked on instead; it may part from it again.
  if (it.incidentId) return void (await moveWait(ctx, caseId, new Date(ctx.now().getTime() + DAY_MS)))
  // Went on by a way that does not know of waiting: the ladder begins where it stands now.
  if (!stillWaits(wait.waits, it.state)) return await nowWaits(ctx, it)
  // The category's days were changed, or nobody knew the holidays when it began.
  const due = await dueOf(ctx, it, wait)
  if (due && due > ctx.now()) return void (await moveWait(ctx, caseId, due))
  const level = nextLevel(wait.level)
  if (!level) return
  await raiseWait(ctx, caseId, level, await dueOf(ctx, it, { ...wait, level }))
  await say(ctx, it, wait.waits, level)
}

/** The second unit says no: the lead of the one that was asked last decides, and nobody waits for days. */
export async function rejectedTwice(ctx: Ctx, it: Case, unitId: string | undefined): Promise<boolean> {
  if ((await countRejections(ctx, it.id)) < 2) return false
  const since = ctx.now()
  await putWait(ctx, it.id, { waits: 'rejected', since, level: 2, nextAt: await dueOf(ctx, it, { waits: 'rejected', since, level: 2 }) })
  await say(ctx, it, 'rejected', 2, unitId)
  return true
}

async function say(ctx: Ctx, it: Case, waits: Waits, level: Level, unitId = it.unitId): Promise<void> {
  await setEscalated(ctx, it.id, level)
  await tell(ctx, it, { event: reportEvents.raised, data: { reason: waits, count: level }, role: 'system', shownTo: 'internal' })
  const params = { number: it.number, title: it.title, place: it.placeLabel, level }
  for (const personId of await withDeputies(ctx, await peopleOf(ctx, it, level, unitId)))
    await notify(ctx, { personId, kind: 'report.escalated', text: `escalation.tell.${waits}`, params, path: `/amt/meldungen/${it.number}` })
}

const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id)

/** Who hears of a level; where a unit has nobody of that kind, the service desk. */
async function peopleOf(ctx: Ctx, it: Case, level: Level, unitId: string | undefined): Promise<string[]> {
  if (level === 1 && it.assigneeId) return [it.assigneeId]
  const found = unitId
    ? level === 1
      ? await membersOf(ctx, unitId, ['clerk', 'lead'])
      : level === 2
        ? await membersOf(ctx, unitId, ['lead'])
        : await headsOf(ctx, unitId)
    : []
  return ids(found.length > 0 ? found : await holdersOf(ctx, ['dispatcher']))
}
