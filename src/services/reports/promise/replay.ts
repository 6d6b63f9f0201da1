import { addDays, daysBetween } from '#platform/calendar/day.ts'
import { nextWorkingDay } from '#platform/calendar/working-day.rules.ts'
import { seeded } from '#platform/seeded.ts'
import { bestOf, estimatesFrom, type Kept, type Observed } from './ladder.rules.ts'
import { outcomeOf, promisedDays } from './promise.rules.ts'

type Past = { categoryId: string; groupCode: string; districtId: string; received: string; done: string }
export type Replay = { promises: number; kept: number; share: number; byLevel: Record<string, number> }

const LAND = 'BB'
const START = '2024-01-01'
const YEAR = 365

/** Two years of a town that was made up: kinds differ in how long they take, districts too, and winter is slow. */
function makePast(seed: number, perDay: number): Past[] {
  const random = seeded('promises', String(seed))
  // A normal deviate as the sum of twelve even ones.
  const normal = () => Array.from({ length: 12 }, () => random.next()).reduce((sum, one) => sum + one, -6)
  const past: Past[] = []
  for (let day = 0; day < 2 * YEAR; day++) {
    const received = addDays(START, day)
    for (let i = 0; i < perDay; i++) {
      const category = random.int(0, 11)
      const district = random.int(0, 4)
      const winter = Math.cos((2 * Math.PI * (day % YEAR)) / YEAR)
      const middle = Math.log(3 + 2 * category) + 0.08 * district + 0.25 * winter
      const days = Math.max(0, Math.round(Math.exp(middle + (0.5 + 0.03 * category) * normal())))
      past.push({
        categoryId: `c${category}`,
        groupCode: `g${category % 4}`,
        districtId: `d${district}`,
        received,
        done: nextWorkingDay(addDays(received, days), LAND),
      })
    }
  }
  return past
}

/** What was known on `today`: reports of the last 365 days, each done or open since. */
function knownOn(past: readonly Past[], today: string): Observed[] {
  const first = addDays(today, -YEAR)
  return past
    .filter(({ received }) => received >= first && received < today)
    .map(({ received, done, ...kind }) => ({
      ...kind,
      month: Number(received.slice(5, 7)),
      days: daysBetween(received, done < today ? done : today),
      finished: done < today ? 1 : 0,
      open: done < today ? 0 : 1,
    }))
}

/** Lives the second year day by day, with estimates made anew each week from what was known then, and keeps score. */
export function replay(seed: number, perDay = 12): Replay {
  const past = makePast(seed, perDay)
  let estimates: ReadonlyMap<string, Kept> = new Map()
  let made = ''
  let [promises, kept] = [0, 0]
  const byLevel: Record<string, number> = {}
  for (const one of past.filter(({ received }) => received >= addDays(START, YEAR))) {
    if (!made || daysBetween(made, one.received) >= 7) {
      made = one.received
      estimates = new Map(estimatesFrom(knownOn(past, made)).map((each) => [each.key, each]))
    }
    const best = bestOf({ ...one, month: Number(one.received.slice(5, 7)) }, estimates)
    if (!best) continue
    const { dueOn } = promisedDays(one.received, best, LAND)
    promises++
    if (outcomeOf(dueOn, one.done) === 'kept') kept++
    byLevel[best.level] = (byLevel[best.level] ?? 0) + 1
  }
  return { promises, kept, share: Math.round((kept / promises) * 1000) / 10, byLevel }
}
