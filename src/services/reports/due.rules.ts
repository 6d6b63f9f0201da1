const DAY_MS = 86_400_000

/** `days` working days (Monday to Friday) after `from`, at the same time of day. */
export function dueAfter(from: Date, days: number): Date {
  let at = from.getTime()
  for (let left = days; left > 0; ) {
    at += DAY_MS
    const weekday = new Date(at).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left--
  }
  return new Date(at)
}

/** Days in which a question wants an answer. */
export const ANSWER_DAYS = 14
export const answerUntil = (now: Date): Date => new Date(now.getTime() + ANSWER_DAYS * DAY_MS)
