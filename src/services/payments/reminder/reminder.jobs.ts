import { z } from 'zod'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { remindOverdue } from './reminder.verbs.ts'

export const remindJob = defineJob({
  name: 'payment.remind',
  payload: z.object({}),
  run: async (ctx) => {
    if (await remindOverdue(ctx)) enqueue(ctx, remindJob.name, {})
  },
})

/** In the morning, when people read their mail. */
export const remindSchedule: Schedule = {
  name: 'payment.remindDaily',
  cron: '20 7 * * *',
  run: async (ctx) => enqueue(ctx, remindJob.name, {}, { key: remindJob.name }),
}
