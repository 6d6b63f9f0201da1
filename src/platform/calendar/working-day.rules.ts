import { addDays } from './day.ts'
import { holidaysOf, isLand } from './holidays.rules.ts'

/** Monday to Friday, and no holiday in the Land (two letters of ISO 3166-2:DE; an unknown one has no holidays). */
export function isWorkingDay(day: string, land: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6) return false
  return !isLand(land) || !holidaysOf(land, Number(day.slice(0, 4))).has(day)
}

/** The day itself if people work on it, else the next one on which they do. */
export function nextWorkingDay(day: string, land: string): string {
  let at = day
  while (!isWorkingDay(at, land)) at = addDays(at, 1)
  return at
}

/** The `count`th working day after `day`. */
export function workingDaysAfter(day: string, count: number, land: string): string {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (isWorkingDay(at, land)) left--
  }
  return at
}
