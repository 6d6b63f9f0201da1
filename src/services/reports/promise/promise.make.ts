import { dayIn, endOfDay } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import type { Case } from '../../cases/index.ts'
import { tell } from '../../cases/step.verbs.ts'
import type { Category } from '../category.rules.ts'
import { dueAfter } from '../due.rules.ts'
import { bestOf, keysOf } from './ladder.rules.ts'
import { promiseEvents } from './promise.events.ts'
import { promisedDays, RULES } from './promise.rules.ts'
import { estimatesNamed, insertPromise, type NewPromise } from './promise.sql.ts'

export type Promised = NewPromise & { dueAt: Date }

/** Until when the report will be done: as comparable ones were, else by the norm of its category. */
export async function promiseFor(ctx: Ctx, it: Case, category: Category): Promise<Promised> {
  const promise = await estimate(ctx, it, category)
  return { ...promise, dueAt: endOfDay(promise.dueOn, ctx.town.timeZone) }
}

/** Fixes it: once for each report. The case itself carries the day already. */
export async function keepPromise(ctx: Ctx, it: Case, promise: Promised): Promise<void> {
  ctx.soon(insertPromise(ctx, it.id, promise))
  await tell(ctx, it, {
    event: promiseEvents.made,
    data: { day: promise.dueOn, count: promise.n, reason: promise.level },
    role: 'system',
  })
}

async function estimate(ctx: Ctx, it: Case, category: Category): Promise<NewPromise> {
  const { land, timeZone } = ctx.town
  const received = dayIn(it.receivedAt, timeZone)
  const kind = {
    categoryId: category.id,
    groupCode: category.groupCode,
    districtId: it.districtId,
    month: Number(received.slice(5, 7)),
  }
  const known = await estimatesNamed(
    ctx,
    keysOf(kind).map(([, key]) => key),
  )
  const best = bestOf(kind, new Map(known.map((each) => [each.key, each])))
  if (best) return { level: best.level, n: best.n, ...promisedDays(received, best, land), rules: RULES }
  const dueOn = dayIn(dueAfter(it.receivedAt, category.deadlineDays, ctx.town), timeZone)
  return { level: 'norm', n: 0, usualOn: undefined, dueOn, rules: RULES }
}
