import { DAY_MS, dayIn, endOfDay } from '#platform/calendar/day.ts'
import { workingDaysAfter } from '#platform/calendar/working-day.rules.ts'
import type { Town } from '#platform/context.ts'

/** The end of the `days`th working day after `from`: weekends and the holidays of the town's Land do not count. */
export const dueAfter = (from: Date, days: number, { land, timeZone }: Pick<Town, 'land' | 'timeZone'>): Date =>
  endOfDay(workingDaysAfter(dayIn(from, timeZone), days, land), timeZone)

/** Days in which a question wants an answer. */
export const ANSWER_DAYS = 14
export const answerUntil = (now: Date): Date => new Date(now.getTime() + ANSWER_DAYS * DAY_MS)
