import { addDays, dayIn, endOfDay } from '#platform/calendar/day.ts'
import type { Town } from '#platform/context.ts'
import { isEnd, stateOf, type Workflow } from '../../workflows/workflow.rules.ts'

/** Days before the last day on which somebody is reminded: who was asked, and who works against a deadline of law. */
const NOTICE = { question: 3, deadline: 7 } as const
/** Nobody is written to at night. */
const HOUR = 9

export type Reminder = { kind: keyof typeof NOTICE; at: Date; end: Date }

type Times = { workflow: Workflow; state: string; timeOutAt: Date | undefined; deadlines: Iterable<Date> }

/** Every reminder of a case in this state; what has ended wants none. */
export function remindersOf({ workflow, state, timeOutAt, deadlines }: Times, { timeZone }: Pick<Town, 'timeZone'>): Reminder[] {
  const morning = (kind: Reminder['kind'], end: Date): Reminder => {
    const eve = endOfDay(addDays(dayIn(end, timeZone), -NOTICE[kind] - 1), timeZone)
    return { kind, at: new Date(eve.getTime() + HOUR * 3_600_000), end }
  }
  const here = stateOf(workflow, state)
  if (!here || isEnd(here)) return []
  const over = here.timeOut?.step
  const asked = workflow.steps.some(({ key, event }) => key === over && event === 'questionExpired')
  return [...(asked && timeOutAt ? [morning('question', timeOutAt)] : []), ...[...deadlines].map((end) => morning('deadline', end))]
}

/** The next moment at which somebody is reminded; a time that is shorter than its notice has none. */
export function nextReminder(reminders: readonly Reminder[], now: Date): Date | undefined {
  const moments = reminders.map(({ at }) => at.getTime()).filter((at) => at > now.getTime())
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined
}

/** What is to be said now: from the moment that was set on, and only as long as it helps. */
export const dueReminders = (reminders: readonly Reminder[], set: Date, now: Date): Reminder[] =>
  reminders.filter(({ at, end }) => at >= set && at <= now && end > now)
