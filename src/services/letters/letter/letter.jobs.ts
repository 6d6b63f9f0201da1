import { z } from 'zod'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { lapseLetters } from './hand-over.verbs.ts'

export const lapseJob = defineJob({
  name: 'letter.lapse',
  payload: z.object({}),
  run: async (ctx) => {
    if (await lapseLetters(ctx)) enqueue(ctx, 'letter.lapse', {})
  },
})

/** After midnight, when the tenth day is over everywhere in the country. */
export const lapseSchedule: Schedule = {
  name: 'letter.lapse',
  cron: '40 2 * * *',
  run: async (ctx) => enqueue(ctx, 'letter.lapse', {}, { key: 'letter.lapse' }),
}
