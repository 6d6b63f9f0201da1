import { z } from 'zod'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { refreshFigures } from './refresh.ts'

const NAME = 'report.figures'

export const figuresJob = defineJob({
  name: NAME,
  payload: z.object({}),
  run: async (ctx) => {
    if (await refreshFigures(ctx)) enqueue(ctx, NAME, {}, { key: NAME })
  },
})

/** Each minute; where nothing changed that is a few short statements. What is too much for one transaction goes on as a job. */
export const figuresSchedule: Schedule = {
  name: NAME,
  cron: '* * * * *',
  run: async (ctx) => {
    if (await refreshFigures(ctx)) enqueue(ctx, NAME, {}, { key: NAME })
  },
}
