import { z } from 'zod'
import { dayIn, endOfDay } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { readNumber } from '../../cases/index.ts'
import { checkWork, takeUp, tell } from '../../cases/step.verbs.ts'
import { workRights } from '../work.checks.ts'
import { promiseEvents } from './promise.events.ts'
import { brokenReasons, mayPromise } from './promise.rules.ts'
import { changePromise, lockPromise, setDue } from './promise.sql.ts'

export const Renewal = z.object({ reason: z.enum(brokenReasons), day: z.iso.date() })
export type RenewRefused = 'unknown' | 'changedMeanwhile' | 'inIncident' | 'notAllowed' | 'notYourUnit' | 'notBroken' | 'dayNotPossible'

/** The unit says why a promise was broken and until when it is done now. The broken one stays broken in the score. */
export async function renewPromise(
  ctx: Ctx,
  input: z.output<typeof Renewal> & { number: string },
): Promise<Result<{ number: string }, RenewRefused>> {
  const taken = await takeUp(ctx, { number: readNumber(input.number) ?? '' }, undefined)
  if (!taken.ok) return taken
  const it = taken.value
  const right = await checkWork(ctx, it, workRights)
  if (!right.ok) return right
  const promise = await lockPromise(ctx, it.id)
  if (promise?.outcome !== 'broken' || it.closedAt) return refuse('notBroken')
  const { land, timeZone } = ctx.town
  if (!mayPromise(input.day, dayIn(ctx.now(), timeZone), land)) return refuse('dayNotPossible', { field: 'day' })
  await changePromise(ctx, it.id, { reason: input.reason, renewed_on: input.day })
  await setDue(ctx, it.id, endOfDay(input.day, timeZone))
  await tell(ctx, it, {
    event: promiseEvents.renewed,
    data: { day: input.day, reason: input.reason, ...(it.unitId ? { unitId: it.unitId } : {}) },
    about: it.unitId ? [{ type: 'organisation', id: it.unitId }] : [],
  })
  return ok({ number: it.number })
}
