import { z } from 'zod'
import { record } from '#core/memory/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { oldestKept } from './books.rules.ts'
import { forgetCharges } from './charge.sql.ts'
import { booksForgotten } from './payment.events.ts'
import { forgetPayments } from './payment.sql.ts'

/** Of each sort in one transaction. */
const PAGE = 200

/** What was demanded for cases that are deleted, with what came for it, and what came for nothing, once the years of the books are over. Returns how many. */
export async function forgetBooks(ctx: Ctx): Promise<number> {
  const oldest = oldestKept(dayIn(ctx.now(), ctx.town.timeZone))
  const count = (await forgetCharges(ctx, oldest, PAGE)) + (await forgetPayments(ctx, oldest, PAGE))
  if (count > 0) await record(ctx, booksForgotten, { about: [{ type: 'town', id: ctx.town.id }], data: { count }, role: 'system' })
  return count
}

export const forgetBooksJob = defineJob({
  name: 'payment.forgetBooks',
  payload: z.object({}),
  run: async (ctx) => {
    if ((await forgetBooks(ctx)) >= PAGE) enqueue(ctx, 'payment.forgetBooks', {})
  },
})

/** Its day comes once a year; looked for each night, so that none is missed. */
export const forgetBooksSchedule: Schedule = {
  name: 'payment.forgetBooks',
  cron: '20 2 * * *',
  run: async (ctx) => enqueue(ctx, 'payment.forgetBooks', {}, { key: 'payment.forgetBooks' }),
}
