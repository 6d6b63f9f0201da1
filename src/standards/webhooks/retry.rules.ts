const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** What is waited after the first, second … failed attempt; 73 hours in all. */
export const delays: readonly number[] = [
  MINUTE / 2,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  16 * HOUR,
  20 * HOUR,
  20 * HOUR,
]

/** A fifth more or less, so that not all come back in the same moment. */
const SPREAD = 0.2

/** How long to wait after so many failed attempts; undefined: no more. */
export function delayAfter(tries: number, random: () => number = Math.random): number | undefined {
  const delay = delays[tries - 1]
  return delay === undefined ? undefined : Math.round(delay * (1 - SPREAD + 2 * SPREAD * random()))
}

/** A webhook that nobody answers for so long is switched off. */
export const OFF_AFTER_MS: number = 5 * DAY

/** What an answer means: taken, to be tried again, or never to be asked again. */
export const verdictOf = (status: number | undefined): 'sent' | 'again' | 'gone' =>
  status === 410 ? 'gone' : status !== undefined && status >= 200 && status < 300 ? 'sent' : 'again'

/** The old secret signs as well for a day after a new one was made. */
export const OVERLAP_MS: number = DAY

/** Deliveries and their attempts are kept so long. */
export const KEPT_DAYS = 30
