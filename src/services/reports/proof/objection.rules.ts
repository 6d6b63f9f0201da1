import { DAY_MS } from '#platform/calendar/day.ts'
/** Days in which reporter and supporters may say that the damage is still there. */
export const OBJECT_DAYS = 14
/** So many different supporters weigh as much as the reporter alone. */
export const SUPPORTERS_NEEDED = 3
/** So often objections open a report by themselves; then a person decides. */
export const AUTOMATIC_REOPENS = 2

export const objectUntil = (doneAt: Date): Date => new Date(doneAt.getTime() + OBJECT_DAYS * DAY_MS)

export type Objections = {
  /** The reporter objected to this closing. */
  byReporter: boolean
  /** Different supporters who objected to this closing. */
  bySupporters: number
  /** How often objections have opened this report before. */
  reopens: number
}

/** What objections to one closing lead to: nothing yet, the report opens again, or the unit's lead decides. */
export function outcomeOf({ byReporter, bySupporters, reopens }: Objections): 'wait' | 'reopen' | 'lead' {
  if (!byReporter && bySupporters < SUPPORTERS_NEEDED) return 'wait'
  return reopens < AUTOMATIC_REOPENS ? 'reopen' : 'lead'
}
