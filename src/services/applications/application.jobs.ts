import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { lockCase } from '../cases/case.sql.ts'
import { stateOf } from '../workflows/workflow.rules.ts'
import { applicationsToWake, changeApplication } from './application.sql.ts'
import { carryOut, goOn, nextLook, runningOf } from './carry-out.ts'
import { deleteExpiredDrafts } from './draft.sql.ts'
import { afterDrafts } from './drop-drafts.ts'

/** As many as one transaction looks at. */
const PAGE = 100
/** Drafts; few of them have files. */
const DRAFTS = 200

/** Takes the steps of those whose time is over, and of those whose conditions came true by time alone. */
export async function wakeApplications(ctx: Ctx): Promise<number> {
  const ids = await applicationsToWake(ctx, PAGE)
  for (const id of ids) {
    const it = await lockCase(ctx, { id })
    const running = it && (await runningOf(ctx, it))
    if (!running) continue
    const step = running.workflow.steps.find(({ key }) => key === stateOf(running.workflow, running.case.state)?.timeOut?.step)
    const { timeOutAt } = running.application
    const isOver = timeOutAt !== undefined && timeOutAt <= ctx.now()
    const done = isOver && step ? await carryOut(ctx, running, step, {}, { role: 'system' }) : undefined
    // What cannot go on at this moment waits for the next one, or for somebody who acts.
    if (!done?.ok)
      await changeApplication(ctx, id, {
        time_out_at: isOver ? null : (timeOutAt ?? null),
        look_at: (await nextLook(ctx, running.case, running.workflow)) ?? null,
      })
    await goOn(ctx, done?.ok ? done.value : running)
  }
  return ids.length
}

export const wakeJob = defineJob({
  name: 'application.wake',
  payload: z.object({}),
  run: async (ctx) => {
    if ((await wakeApplications(ctx)) === PAGE) enqueue(ctx, wakeJob.name, {})
  },
})

/** Drafts whose time is over go with their files; on which page they were left is counted. Returns how many. */
export async function dropDrafts(ctx: Ctx): Promise<number> {
  const gone = await deleteExpiredDrafts(ctx, DRAFTS)
  await afterDrafts(ctx, gone)
  return gone.length
}

export const dropDraftsJob = defineJob({
  name: 'application.dropDrafts',
  payload: z.object({}),
  run: async (ctx) => {
    if ((await dropDrafts(ctx)) === DRAFTS) enqueue(ctx, dropDraftsJob.name, {})
  },
})

export const applicationSchedules: readonly Schedule[] = [
  { name: 'application.wakeHourly', cron: '25 * * * *', run: async (ctx) => void enqueue(ctx, wakeJob.name, {}) },
  { name: 'application.dropDraftsDaily', cron: '40 2 * * *', run: async (ctx) => void enqueue(ctx, dropDraftsJob.name, {}) },
]
