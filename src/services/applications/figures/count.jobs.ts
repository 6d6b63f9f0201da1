import { z } from 'zod'
import { addDays, dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { countSpan, countWaiting, lastCounted, noteCounted } from './count.sql.ts'
import { monthOf, monthsBefore } from './figures.rules.ts'

/** Days of one transaction. */
const AT_ONCE = 7

/**
 * Counts the days that are over and were not counted yet, some at a time, each once: the last one is held until the end of the
 * transaction. True while there are more. A case that is taken up again and settled again counts on both days.
 */
export async function countApplications(ctx: Ctx): Promise<boolean> {
  const last = await lastCounted(ctx)
  const yesterday = addDays(dayIn(ctx.now(), ctx.town.timeZone), -1)
  if (last === undefined || last >= yesterday) return false
  const from = addDays(last, 1)
  const until = [yesterday, addDays(from, AT_ONCE - 1), addDays(monthsBefore(monthOf(from), -1), -1)].reduce((a, b) => (a < b ? a : b))
  await countSpan(ctx, from, until)
  await noteCounted(ctx, until)
  return until < yesterday
}

export const countJob = defineJob({
  name: 'application.count',
  payload: z.object({}),
  run: async (ctx) => {
    if (await countApplications(ctx)) enqueue(ctx, 'application.count', {})
    else await countWaiting(ctx)
  },
})

/** After the day is over everywhere in Germany, and before drafts are dropped. */
export const countSchedule: Schedule = {
  name: 'application.countDaily',
  cron: '5 2 * * *',
  run: async (ctx) => enqueue(ctx, 'application.count', {}, { key: 'application.count' }),
}
