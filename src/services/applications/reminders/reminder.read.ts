import type { Ctx } from '#platform/context.ts'
import type { Case } from '../../cases/index.ts'
import type { Workflow } from '../../workflows/workflow.rules.ts'
import { type Application, stepsTaken } from '../application.sql.ts'
import { deadlinesAt } from '../time.rules.ts'
import { dueReminders, nextReminder, type Reminder, remindersOf } from './reminder.rules.ts'

type Standing = { case: Case; workflow: Workflow; application: Pick<Application, 'timeOutAt'> }

async function all(ctx: Ctx, { case: it, workflow, application }: Standing): Promise<Reminder[]> {
  const ends =
    workflow.deadlines.length > 0 ? deadlinesAt(workflow, it.state, await stepsTaken(ctx, it.id), it.receivedAt, ctx.town) : new Map()
  return remindersOf({ workflow, state: it.state, timeOutAt: application.timeOutAt, deadlines: ends.values() }, ctx.town)
}

/** When somebody is to be reminded next of how a case stands now. */
export const nextReminderOf = async (ctx: Ctx, standing: Standing): Promise<Date | undefined> =>
  nextReminder(await all(ctx, standing), ctx.now())

/** What is to be said now, where a reminder was set for `set`. */
export const remindersNow = async (ctx: Ctx, standing: Standing, set: Date): Promise<Reminder[]> =>
  dueReminders(await all(ctx, standing), set, ctx.now())
