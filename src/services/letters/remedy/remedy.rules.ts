import { addDays } from '#platform/calendar/day.ts'
import { nextWorkingDay } from '#platform/calendar/working-day.rules.ts'

/** § 70 Abs. 1 and § 74 Abs. 1 VwGO; § 355 Abs. 1 AO: one month. */
export const REMEDY_MONTHS = 1
/** § 58 Abs. 2 VwGO, § 356 Abs. 2 AO: a year where the notice is missing or wrong. */
export const WITHOUT_NOTICE_MONTHS = 12

/**
 * The last day of a period of months that begins with an event, before weekends and holidays are looked at: the day of the event does
 * not count (§ 187 Abs. 1 BGB), the period ends with the day of the same number (§ 188 Abs. 2), or with the month's last day where
 * there is no such day (§ 188 Abs. 3).
 */
export function monthsAfter(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 8)
  const last = Number(addDays(new Date(Date.UTC(year, month + months, 1)).toISOString().slice(0, 10), -1).slice(8))
  return `${first}${String(Math.min(date, last)).padStart(2, '0')}`
}

/**
 * The last day on which a remedy can be used. An end on a Saturday, a Sunday or a holiday of the Land moves to the next working day:
 * § 31 Abs. 3 VwVfG, § 108 Abs. 3 AO and § 193 BGB for the objection, § 57 Abs. 2 VwGO with § 222 Abs. 2 ZPO for the suit.
 */
export function remedyEnd({ deliveredOn, land, noticed = true }: { deliveredOn: string; land: string; noticed?: boolean }): string {
  return nextWorkingDay(monthsAfter(deliveredOn, noticed ? REMEDY_MONTHS : WITHOUT_NOTICE_MONTHS), land)
}
