import { daysBetween } from '#platform/calendar/day.ts'
import { remedyEnd } from '../../letters/remedy/remedy.rules.ts'

/** What is known of a decision when an objection to it comes. Days are `YYYY-MM-DD`. */
export type Told = {
  /** From when it counts as known; undefined while nobody fetched it. */
  deliveredOn: string | undefined
  /** It said what can be done against it. */
  noticed: boolean
  receivedOn: string
  land: string
}

export type Period = {
  deliveredOn: string | undefined
  noticed: boolean
  receivedOn: string
  /** The last day; undefined while the period has not begun. */
  lastDay: string | undefined
  late: boolean
}

/**
 * One month from the day on which the decision counts as known (§ 70 Abs. 1 VwGO), a year where it bore no notice about remedies (§ 70
 * Abs. 2 with § 58 Abs. 2). An objection before that day is in time. The day on which it arrives counts to its end.
 */
export function periodOf({ deliveredOn, noticed, receivedOn, land }: Told): Period {
  const lastDay = deliveredOn && remedyEnd({ deliveredOn, land, noticed })
  return { deliveredOn, noticed, receivedOn, lastDay, late: lastDay !== undefined && receivedOn > lastDay }
}

/** By how many days it is late; 0 in time. */
export const daysLate = ({ lastDay, receivedOn, late }: Pick<Period, 'lastDay' | 'receivedOn' | 'late'>): number =>
  late && lastDay ? daysBetween(lastDay, receivedOn) : 0

/** The last day if the notice turns out to be wrong (§ 58 Abs. 2 VwGO). */
export const lastDayWithoutNotice = (deliveredOn: string, land: string): string => remedyEnd({ deliveredOn, land, noticed: false })
