import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { caseById } from '../../cases/index.ts'
import { tell } from '../../cases/step.verbs.ts'
import { standingOf } from '../incident/standing.ts'
import { taskEvents } from './task.events.ts'
import { takeRunOut } from './task.sql.ts'
import { tellStaff } from './tell-staff.ts'

const NAME = 'contractor.runOut'
/** As many as one transaction tells. */
const PAGE = 100

/** The unit hears once of each link that ran out while its firm still had the work. Returns how many there were. */
export async function tellRunOut(ctx: Ctx): Promise<number> {
  const tasks = await takeRunOut(ctx, PAGE)
  for (const task of tasks) {
    const it = await caseById(ctx, task.caseId)
    if (!it) continue
    await tell(ctx, it, {
      event: taskEvents.ranOut,
      data: { taskId: task.id, ...(it.unitId ? { unitId: it.unitId } : {}) },
      role: 'system',
    })
    await tellStaff(ctx, await standingOf(ctx, it), task, 'ranOut')
  }
  return tasks.length
}

/** One page after the other, each in its own transaction. */
export const runOutJob = defineJob({
  name: NAME,
  payload: z.object({}),
  run: async (ctx) => {
    if ((await tellRunOut(ctx)) === PAGE) enqueue(ctx, NAME, {})
  },
})

export const runOutSchedule: Schedule = { name: NAME, cron: '20 * * * *', run: async (ctx) => enqueue(ctx, NAME, {}, { key: NAME }) }
