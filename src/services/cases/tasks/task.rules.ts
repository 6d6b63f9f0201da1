import { z } from 'zod'
import { addDays } from '#platform/calendar/day.ts'
import { workingDaysAfter } from '#platform/calendar/working-day.rules.ts'

/** Something to be done about a case until a day, by one person or one unit. */
export type CaseTask = {
  id: string
  caseId: string
  title: string
  note: string
  /** `YYYY-MM-DD`. */
  dueOn: string
  unitId: string | undefined
  personId: string | undefined
  madeBy: string | undefined
  changedBy: string | undefined
  changedAt: Date
  doneBy: string | undefined
  doneAt: Date | undefined
  version: number
}

/** So many open ones fit on one case. */
export const MOST_OPEN_TASKS = 50

/** A day, or so many working days of the Land from today; whoever gets it as `person:{id}` or `unit:{id}`. */
export const TaskInput = z.object({
  title: z.string().trim().min(1).max(200),
  note: z.string().trim().max(2000).default(''),
  dueOn: z.union([z.literal(''), z.iso.date()]).default(''),
  days: z.union([z.literal('').transform(() => undefined), z.coerce.number().int().min(0).max(250)]).optional(),
  who: z.string().regex(/^(person|unit):[0-9a-f-]{36}$/),
})
export type TaskInput = z.output<typeof TaskInput>

/** The farthest day: two years. */
const MOST_DAYS = 730

/** When it is due; undefined without a day, with one that is over, or with one too far away. A day beats a number of days. */
export function dueDay({ dueOn, days }: Pick<TaskInput, 'dueOn' | 'days'>, today: string, land: string): string | undefined {
  const day = dueOn || (days === undefined ? undefined : days === 0 ? today : workingDaysAfter(today, days, land))
  return day !== undefined && day >= today && day <= addDays(today, MOST_DAYS) ? day : undefined
}

export type Urgency = 'overdue' | 'today' | 'later'
export const urgencies: readonly Urgency[] = ['overdue', 'today', 'later']
export const urgencyOf = (dueOn: string, today: string): Urgency => (dueOn < today ? 'overdue' : dueOn === today ? 'today' : 'later')

/** Where the next page of a list by day begins. */
export type TaskCursor = { dueOn: string; id: string }
export const writeTaskCursor = ({ dueOn, id }: TaskCursor): string => `${dueOn}_${id}`
export function readTaskCursor(text: string | undefined): TaskCursor | undefined {
  const found = /^(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})$/.exec(text ?? '')
  return found?.[1] && found[2] ? { dueOn: found[1], id: found[2] } : undefined
}
