import { dayIn, daysBetween, endOfDay } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import type { Happened, Listener } from '#platform/module.ts'
import { type Case, casesById } from '../../cases/index.ts'
import { tell } from '../../cases/step.verbs.ts'
import { promiseEvents } from './promise.events.ts'
import { shifted } from './promise.rules.ts'
import { changePromise, lockPromise, setDue } from './promise.sql.ts'

/** While the town waits for an answer its clock stands; afterwards the promise moves by as many days. */
export const promiseClock: Listener = {
  name: 'report.promiseClock',
  kinds: ['question.asked', 'question.answered', 'question.expired', 'work.done', 'report.ended'],
  react: async (ctx, event) => {
    // A question to the reporter of a member stops the clock of the report that goes on as well.
    const about = event.about.filter(({ type }) => type === 'case').map(({ id }) => id)
    for (const it of await casesById(ctx, about)) {
      if (it.kind !== 'report') continue
      // Listeners may come late and in any order: what counts is where the case stands now.
      if (it.stage === 'yourTurn') await stop(ctx, it, event)
      else await goOn(ctx, it, event)
    }
  },
}

async function stop(ctx: Ctx, it: Case, event: Happened): Promise<void> {
  const promise = await lockPromise(ctx, it.id)
  if (event.kind !== 'question.asked' || !promise || promise.stoppedOn || promise.outcome) return
  await changePromise(ctx, it.id, { stopped_on: dayIn(event.at, ctx.town.timeZone) })
}

async function goOn(ctx: Ctx, it: Case, event: Happened): Promise<void> {
  const { land, timeZone } = ctx.town
  const promise = await lockPromise(ctx, it.id)
  if (event.kind === 'question.asked' || !promise?.stoppedOn) return
  const days = Math.max(0, daysBetween(promise.stoppedOn, dayIn(event.at, timeZone)))
  if (days === 0) return void (await changePromise(ctx, it.id, { stopped_on: null }))
  const dueOn = shifted(promise.dueOn, days, land)
  await changePromise(ctx, it.id, {
    stopped_on: null,
    stopped_days: promise.stoppedDays + days,
    due_on: dueOn,
    usual_on: promise.usualOn ? shifted(promise.usualOn, days, land) : null,
  })
  if (it.closedAt) return
  await setDue(ctx, it.id, endOfDay(dueOn, timeZone))
  await tell(ctx, it, { event: promiseEvents.shifted, data: { day: dueOn, count: days }, role: 'system' })
}
