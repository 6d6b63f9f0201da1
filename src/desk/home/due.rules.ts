/** How urgent something is: `days` until it is due (negative: overdue since), counted in calendar days of the town. */
export type Due = { days: number; tone: 'none' | 'soon' | 'overdue' }

const formats = new Map<string, Intl.DateTimeFormat>()

/** Number of the calendar day that `at` lies in, in the town's time. */
export function dayNumber(at: Date, timeZone = 'Europe/Berlin'): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  return Math.round(Date.parse(`${format.format(at)}T00:00:00Z`) / 86_400_000)
}

const SOON_DAYS = 2

/** Undefined once it is closed: then nothing is due any more. */
export function dueOf(it: { dueAt: Date; closedAt?: Date | undefined }, now: Date): Due | undefined {
  if (it.closedAt) return undefined
  const days = dayNumber(it.dueAt) - dayNumber(now)
  if (it.dueAt < now) return { days: Math.min(0, days), tone: 'overdue' }
  return { days, tone: days <= SOON_DAYS ? 'soon' : 'none' }
}
