import { addDays, dayIn, daysBetween, endOfDay } from '#platform/calendar/day.ts'
import { nextWorkingDay, workingDaysAfter } from '#platform/calendar/working-day.rules.ts'
import type { Town } from '#platform/context.ts'
import type { Workflow, WorkflowState } from '../workflows/workflow.rules.ts'

type Calendar = Pick<Town, 'land' | 'timeZone'>

/** The end of the last day of a time that began at `from`; where that is a Saturday, Sunday or holiday, of the next working day (§ 31 Abs. 3 VwVfG). */
export function timeIsOver(
  from: Date,
  length: { count: number; in: 'workingDays' | 'days' | 'months' },
  { land, timeZone }: Calendar,
): Date {
  const day = dayIn(from, timeZone)
  const last =
    length.in === 'workingDays'
      ? workingDaysAfter(day, length.count, land)
      : length.in === 'days'
        ? addDays(day, length.count)
        : addMonths(day, length.count)
  return endOfDay(nextWorkingDay(last, land), timeZone)
}

/** The same day of a later month; where that month is too short, its last day (§ 188 Abs. 3 BGB). */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
  const next = new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10)
  return addDays(first, Math.min(date, daysBetween(first, next)) - 1)
}

/** When the time of a state that is entered now is over. */
export const timeOutOf = ({ timeOut }: Pick<WorkflowState, 'timeOut'>, now: Date, calendar: Calendar): Date | undefined =>
  timeOut && timeIsOver(now, { count: timeOut.days, in: timeOut.working ? 'workingDays' : 'days' }, calendar)

type Taken = { to: string; at: Date }

/** When each legal deadline that runs in this state is over; those that never began or do not matter any more are left out. */
export function deadlinesAt(
  workflow: Workflow,
  state: string,
  taken: readonly Taken[],
  began: Date,
  calendar: Calendar,
): Map<string, Date> {
  const ends = new Map<string, Date>()
  for (const { key, from, until, length } of workflow.deadlines) {
    if (until.includes(state)) continue
    const at = from === workflow.start ? began : taken.find(({ to }) => to === from)?.at
    if (at) ends.set(key, timeIsOver(at, length, calendar))
  }
  return ends
}
