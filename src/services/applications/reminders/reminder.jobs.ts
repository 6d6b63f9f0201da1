import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { lockCase } from '../../cases/case.sql.ts'
import { tell } from '../../cases/step.verbs.ts'
import { applicationEvents } from '../application.events.ts'
import { applicationsToRemind, changeApplication } from '../application.sql.ts'
import { runningOf } from '../carry-out.ts'
import { nextReminderOf, remindersNow } from './reminder.read.ts'

/** As many as one transaction looks at. */
const PAGE = 100

const events = { question: applicationEvents.questionReminded, deadline: applicationEvents.deadlineNear } as const

/** Says what is to be said now, once, and when to look again. Returns how many were looked at. */
export async function remindApplications(ctx: Ctx): Promise<number> {
  const ids = await applicationsToRemind(ctx, PAGE)
  for (const id of ids) {
    const it = await lockCase(ctx, { id })
    const running = it && (await runningOf(ctx, it))
    const set = running?.application.remindAt
    // Somebody else said it since.
    if (!running || !set || set > ctx.now()) continue
    for (const kind of new Set((await remindersNow(ctx, running, set)).map((one) => one.kind)))
      await tell(ctx, running.case, {
        event: events[kind],
        data: {},
        shownTo: kind === 'question' ? 'parties' : 'internal',
        role: 'system',
      })
    await changeApplication(ctx, id, { remind_at: (await nextReminderOf(ctx, running)) ?? null })
  }
  return ids.length
}

export const remindJob = defineJob({
  name: 'application.remind',
  payload: z.object({}),
  run: async (ctx) => {
    if ((await remindApplications(ctx)) === PAGE) enqueue(ctx, remindJob.name, {})
  },
})

export const reminderSchedules: readonly Schedule[] = [
  { name: 'application.remindHourly', cron: '5 * * * *', run: async (ctx) => void enqueue(ctx, remindJob.name, {}) },
]
