import { z } from 'zod'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { RAISE_PAGE, raiseDue } from './raise.ts'

const NAME = 'escalation.raise'

/** One page after the other, each in its own transaction. */
export const raiseJob = defineJob({
  name: NAME,
  payload: z.object({}),
  run: async (ctx) => {
    if ((await raiseDue(ctx)) === RAISE_PAGE) enqueue(ctx, NAME, {})
  },
})

export const raiseSchedule: Schedule = { name: NAME, cron: '10 * * * *', run: async (ctx) => enqueue(ctx, NAME, {}, { key: NAME }) }
