import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { namesOf, readNumber } from '../../cases/index.ts'
import { checkWork, takeUp, tell } from '../../cases/step.verbs.ts'
import { reportEvents } from '../report.events.ts'
import { workRights } from '../work.checks.ts'
import type { Worked } from '../work.rules.ts'
import { endsByLook, stillWaits } from './ladder.rules.ts'
import { lockWait, markSeen, type Wait, waitOfCase } from './wait.sql.ts'
import { nowWaits } from './wait.ts'

/** Somebody of the unit has looked at it. That ends the waiting for a look; work and acceptance wait on. */
export async function lookAt(
  ctx: Ctx,
  input: { number: string },
): Promise<Result<Worked, 'unknown' | 'notAllowed' | 'notYourUnit' | 'changedMeanwhile' | 'inIncident' | 'nothingWaits'>> {
  const taken = await takeUp(ctx, { number: readNumber(input.number) ?? '' }, undefined)
  if (!taken.ok) return taken
  const it = taken.value
  const right = await checkWork(ctx, it, workRights)
  if (!right.ok) return right
  const wait = await lockWait(ctx, it.id)
  if (!wait || it.closedAt) return refuse('nothingWaits')
  await markSeen(ctx, it.id)
  if (endsByLook(wait.waits)) await nowWaits(ctx, it)
  await tell(ctx, it, { event: reportEvents.seen, data: { reason: wait.waits }, shownTo: 'internal' })
  return ok({ caseId: it.id, number: it.number, state: it.state, version: it.version })
}

export type WaitShown = Wait & { seenByName: string | undefined }

/** What the report's page at the desk says about it. */
export async function waitShown(ctx: Ctx, caseId: string, state: string): Promise<WaitShown | undefined> {
  const wait = await waitOfCase(ctx, caseId)
  if (!wait || !stillWaits(wait.waits, state)) return undefined
  return { ...wait, seenByName: wait.seenBy ? (await namesOf(ctx, 'core.person', [wait.seenBy])).get(wait.seenBy) : undefined }
}
