import { z } from 'zod'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { dropUnconfirmed } from './news.verbs.ts'

/** As many as one transaction looks at. */
const PAGE = 100

export const dropUnconfirmedJob = defineJob({
  name: 'application.dropUnconfirmed',
  payload: z.object({}),
  run: async (ctx) => {
    if ((await dropUnconfirmed(ctx, PAGE)) === PAGE) enqueue(ctx, dropUnconfirmedJob.name, {})
  },
})

export const newsSchedules: readonly Schedule[] = [
  { name: 'application.dropUnconfirmedHourly', cron: '50 * * * *', run: async (ctx) => void enqueue(ctx, dropUnconfirmedJob.name, {}) },
]
