import { addDays, daysBetween } from '#platform/calendar/day.ts'
import { isWorkingDay, nextWorkingDay, workingDaysAfter } from '#platform/calendar/working-day.rules.ts'

/** Raised whenever the same past would give another promise. */
export const RULES = 1

/** Days are calendar days; nobody is promised a day on which nobody works. */
export const promisedDays = (received: string, { p50, p90 }: { p50: number; p90: number }, land: string) => ({
  usualOn: nextWorkingDay(addDays(received, p50), land),
  dueOn: nextWorkingDay(addDays(received, p90), land),
})

/** A stopped clock moves the day by as many days as it stood. */
export const shifted = (day: string, stoppedDays: number, land: string): string => nextWorkingDay(addDays(day, stoppedDays), land)

/** Working days in which a unit says why a promise was broken, and until when it is done now. */
export const REASON_DAYS = 2
export const reasonDue = (today: string, land: string): string => workingDaysAfter(today, REASON_DAYS, land)

export const brokenReasons = ['material', 'weather', 'staff', 'contractor', 'biggerThanThought', 'otherFirst', 'closure'] as const

/** A new day lies ahead, not more than a year, and people work on it. */
export const mayPromise = (day: string, today: string, land: string): boolean =>
  day > today && daysBetween(today, day) <= 365 && isWorkingDay(day, land)

/** Kept on the day itself or before. */
export const outcomeOf = (dueOn: string, doneOn: string | undefined): 'kept' | 'broken' =>
  doneOn !== undefined && doneOn <= dueOn ? 'kept' : 'broken'

/** Cells with fewer promises say more about single people than about the town. */
export const FEWEST = 10

/** The share of kept promises in percent, one decimal; undefined where there are too few. */
export function hitRate(kept: number, broken: number): number | undefined {
  const all = kept + broken
  return all >= FEWEST ? Math.round((kept / all) * 1000) / 10 : undefined
}
