import type { DemoReport, DemoStep } from './report.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The demo's office hours are in UTC, near enough to a German town for a story. */
const opens = 8
const closes = 16

/** The moment after `hours` working hours (Monday to Friday, 8 to 16; holidays are left out). */
export function afterWorkingHours(from: Date, hours: number): Date {
  let at = from.getTime()
  let left = hours * hour
  for (;;) {
    const midnight = Math.floor(at / day) * day
    const weekday = new Date(midnight).getUTCDay()
    const end = midnight + closes * hour
    if (weekday === 0 || weekday === 6 || at >= end) {
      at = midnight + day + opens * hour
      continue
    }
    at = Math.max(at, midnight + opens * hour)
    if (at + left <= end) return new Date(at + left)
    left -= end - at
    at = end
  }
}

/** When a report was sent; never later than five minutes before `now`. */
export function sentAt(report: DemoReport, now: Date): Date {
  const midnight = Math.floor(now.getTime() / day) * day - report.daysAgo * day
  const at = midnight + report.minute * minute
  if (report.daysAgo > 0) return new Date(Math.min(at, now.getTime() - 5 * minute))
  const sinceMidnight = now.getTime() - midnight
  return new Date(midnight + (sinceMidnight * report.minute) / 1440 - 5 * minute)
}

/** The steps that have happened by `now`, with their dates, in order: what the plan has in the future is still to come. */
export function lifeOf(report: DemoReport, now: Date): (DemoStep & { at: Date })[] {
  let last = sentAt(report, now)
  const dated = report.steps.map((step) => {
    last = step.clock ? new Date(last.getTime() + step.after * hour) : step.after === 0 ? last : afterWorkingHours(last, step.after)
    return { ...step, at: last }
  })
  return dated.filter((step) => step.at.getTime() <= now.getTime() - minute)
}
