import { addDays, dayIn, endOfDay } from '#platform/calendar/day.ts'
import { workingDaysAfter } from '#platform/calendar/working-day.rules.ts'

/**
 * What a report waits for: a unit's yes, its work, a word to the public, a look at an answer or an objection, a lead's decision after
 * a second no.
 */
export const waits = ['offer', 'work', 'word', 'answer', 'objection', 'rejected'] as const
export type Waits = (typeof waits)[number]

/** 1 the unit, 2 its lead, 3 the head of the office. */
export type Level = 0 | 1 | 2 | 3

type Rungs = { unit: 'workingDays' | 'days'; after: readonly [number, number, number] }

/** Days after which the next one hears of it (domain-citizen-services, section 14). Working days are those of the Land. */
export const ladder: Record<Waits, Rungs> = {
  offer: { unit: 'workingDays', after: [3, 7, 12] },
  work: { unit: 'days', after: [10, 20, 30] },
  word: { unit: 'days', after: [10, 20, 30] },
  answer: { unit: 'workingDays', after: [1, 3, 5] },
  objection: { unit: 'workingDays', after: [1, 3, 5] },
  // The lead decides at once; the head hears of it when nobody did.
  rejected: { unit: 'workingDays', after: [0, 0, 5] },
}

const byState: Readonly<Record<string, Waits>> = {
  assigned: 'offer',
  accepted: 'work',
  planned: 'work',
  reopened: 'work',
  inWork: 'word',
  forwarded: 'word',
}

/** What a report in this state waits for; undefined where nobody of the town is to act. */
export const waitIn = (state: string): Waits | undefined => byState[state]

const told: Readonly<Partial<Record<Waits, readonly string[]>>> = {
  answer: Object.keys(byState).filter((state) => state !== 'assigned'),
  objection: ['reopened'],
  rejected: ['triage'],
}

/** Whether a report in this state can still wait for that; else somebody acted meanwhile. */
export const stillWaits = (wait: Waits, state: string): boolean => (told[wait] ? told[wait].includes(state) : waitIn(state) === wait)

/** `acceptDays`: the category's own days until a unit accepts; the later rungs keep their distance. */
export type Town = { land: string; timeZone: string; acceptDays?: number | undefined }

/** When level `level` hears of what waits since `since`: the end of a day, or at once. */
export function dueFor(wait: Waits, since: Date, level: 1 | 2 | 3, { land, timeZone, acceptDays }: Town): Date {
  const { unit, after } = ladder[wait]
  const later = wait === 'offer' && acceptDays !== undefined ? acceptDays - after[0] : 0
  const days = after[level - 1]! + later
  if (days <= 0) return since
  const day = dayIn(since, timeZone)
  return endOfDay(unit === 'days' ? addDays(day, days) : workingDaysAfter(day, days, land), timeZone)
}

/** The next level that is to hear of it. */
export const nextLevel = (level: Level): 1 | 2 | 3 | undefined => (level < 3 ? ((level + 1) as 1 | 2 | 3) : undefined)

/** A look ends what only waits for one; work and acceptance are not done by looking. */
export const endsByLook = (wait: Waits): boolean => wait === 'answer' || wait === 'objection'
/** A word to the parties or the public is what these waited for. */
export const endsByWord = (wait: Waits): boolean => endsByLook(wait) || wait === 'word'
