import { addDays } from '#platform/calendar/day.ts'
import { isWorkingDay } from '#platform/calendar/working-day.rules.ts'

/** What came and what ended, in a month or of a service, or both. */
export type ServiceFigures = {
  serviceId: string | undefined
  /** `YYYY-MM-01` */
  month: string | undefined
  received: number
  done: number
  withdrawn: number
  ended: number
  /** Of those that are done: by the promised day, and after it. */
  kept: number
  late: number
  /** Working days from arrival to the end in which half, and nine in ten, were done; undefined without any. */
  half: number | undefined
  most: number | undefined
}

/** Where people stopped: drafts that nobody touched for a week, those still there and those whose time was over. */
export type StoppedAt = { page: string; count: number }

export const MOST_DAYS = 2000

/** Working days after the day of arrival up to the last day, that one included; 0 on the day itself. */
export function workingDaysUntil(first: string, last: string, land: string): number {
  let days = 0
  for (let at = addDays(first, 1); at <= last && days < MOST_DAYS; at = addDays(at, 1)) if (isWorkingDay(at, land)) days++
  return days
}

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`

/** The month that begins so many months before the one of this day. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const at = year * 12 + (month - 1) - months
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}-01`
}

/** Fewer say nothing about how long it takes. */
export const FEWEST = 5
