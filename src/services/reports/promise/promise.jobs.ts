import { z } from 'zod'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { decidePromises, escalatePromises, PAGE } from './break.ts'
import { refreshEstimates } from './estimates.sql.ts'

/** One page after the other, each in its own transaction. */
const decideJob = defineJob({
  name: 'promise.decide',
  payload: z.object({}),
  run: async (ctx) => {
    if ((await decidePromises(ctx)) === PAGE) enqueue(ctx, 'promise.decide', {})
  },
})

const escalateJob = defineJob({
  name: 'promise.escalate',
  payload: z.object({}),
  run: async (ctx) => {
    if ((await escalatePromises(ctx)) === PAGE) enqueue(ctx, 'promise.escalate', {})
  },
})

const refreshJob = defineJob({
  name: 'promise.refresh',
  payload: z.object({}),
  run: async (ctx) => void (await refreshEstimates(ctx)),
})

export const promiseJobs = [decideJob, escalateJob, refreshJob]

/** Hourly, because midnight comes to towns at different hours of UTC; where no day is over there is nothing to do. */
export const promiseSchedules: readonly Schedule[] = [
  { name: 'promise.decide', cron: '1 * * * *', run: async (ctx) => enqueue(ctx, 'promise.decide', {}, { key: 'promise.decide' }) },
  { name: 'promise.escalate', cron: '15 6 * * *', run: async (ctx) => enqueue(ctx, 'promise.escalate', {}, { key: 'promise.escalate' }) },
  { name: 'promise.refresh', cron: '40 1 * * *', run: async (ctx) => enqueue(ctx, 'promise.refresh', {}, { key: 'promise.refresh' }) },
]
