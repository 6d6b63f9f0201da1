import { z } from 'zod'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { caseById } from '../case.sql.ts'
import { tasksToRemind } from './task.sql.ts'
import { tellDoers } from './task.verbs.ts'

/** As many as one transaction tells of. */
const PAGE = 100

/** Whoever has a task that is due hears of it, once. Returns how many there were. */
export async function remindOfTasks(ctx: Ctx): Promise<number> {
  const due = await tasksToRemind(ctx, dayIn(ctx.now(), ctx.town.timeZone), PAGE)
  for (const task of due) {
    const it = await caseById(ctx, task.caseId)
    if (it) await tellDoers(ctx, it, task, 'task.due', 'task.tell.due')
  }
  return due.length
}

export const remindJob = defineJob({
  name: 'task.remind',
  payload: z.object({}),
  run: async (ctx) => {
    if ((await remindOfTasks(ctx)) === PAGE) enqueue(ctx, 'task.remind', {})
  },
})

/** Before people come to work. */
export const remindSchedule: Schedule = {
  name: 'task.remind',
  cron: '30 4 * * *',
  run: async (ctx) => enqueue(ctx, 'task.remind', {}, { key: 'task.remind' }),
}
