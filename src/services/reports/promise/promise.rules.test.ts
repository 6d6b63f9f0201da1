import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bestOf, estimatesFrom, keysOf, type Observed, season } from './ladder.rules.ts'
import { hitRate, mayPromise, outcomeOf, promisedDays, reasonDue, shifted } from './promise.rules.ts'
import { replay } from './replay.ts'
import { estimate, type Spell } from './survival.rules.ts'

const finished = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 5, 6, 7, 8, 9, 11, 13, 16, 24]
const spell = (days: number, open = false): Spell => ({ days, finished: open ? 0 : 1, open: open ? 1 : 0 })
const lamp = [...finished.map((days) => spell(days)), spell(20, true), spell(30, true)]

test('the worked example: open reports make the promise longer, and the day is one on which people work', () => {
  expect(estimate(finished.map((days) => spell(days)))).toMatchObject({ p50: 4, p90: 13 })
  const found = estimate(lamp)
  expect(found).toEqual({ p50: 5, p90: 24, n: 22, finished: 20 })
  expect(promisedDays('2026-05-07', { p50: 5, p90: 24 }, 'BB')).toEqual({ usualOn: '2026-05-12', dueOn: '2026-06-01' })
  expect(outcomeOf('2026-06-01', '2026-05-28')).toBe('kept')
})

test('without open ones the estimate is the plain quantile, in whatever order they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 60 }), (days) => {
      const sorted = days.toSorted((a, b) => a - b)
      const quantile = (share: number) => sorted[Math.ceil(share * days.length - 1e-9) - 1]
      expect(estimate(days.map((each) => spell(each)))).toMatchObject({ p50: quantile(0.5), p90: quantile(0.9) })
    }),
  )
})

test('an open report never makes a promise shorter', () => {
  const some = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 20, maxLength: 40 })
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 90 }), (days, open) => {
      const all = days.map((each) => spell(each))
      const [without, withIt] = [estimate(all), estimate([...all, spell(open, true)])]
      expect(withIt.p90 ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(without.p90 ?? 0)
    }),
  )
})

const kind = { categoryId: 'lamp', groupCode: 'light', districtId: 'old', month: 5 }
const observed = (more: Partial<Observed>, spells: readonly Spell[]): Observed[] => spells.map((one) => ({ ...kind, ...more, ...one }))
const ladder = (all: readonly Observed[], of = kind) => bestOf(of, new Map(estimatesFrom(all).map((each) => [each.key, each])))

test.each<[string, Observed[], string | undefined]>([
  ['the season where there are enough', observed({}, lamp), 'season'],
  ['neighbouring months are the same season', observed({ month: 6 }, lamp), 'season'],
  ['another season of the same district', observed({ month: 11 }, lamp), 'district'],
  ['another district', observed({ districtId: 'new' }, lamp), 'category'],
  ['another kind of the group', observed({ categoryId: 'signal' }, lamp), 'group'],
  ['19 finished are too few', observed({}, lamp.slice(1)), undefined],
  ['nine tenths never reached', observed({}, [...lamp, ...Array.from({ length: 9 }, () => spell(40, true))]), undefined],
  ['nothing like it', observed({ categoryId: 'tree', groupCode: 'green' }, lamp), undefined],
])('the ladder: %s', (_, all, level) => {
  expect(ladder(all)?.level).toBe(level)
})

test('a level counts open ones in its basis', () => {
  expect(ladder(observed({}, lamp))).toMatchObject({ n: 22, p50: 5, p90: 24 })
})

test('seasons go over the turn of the year; without a district there are two steps', () => {
  expect([season(1), season(6), season(12)]).toEqual([
    [12, 1, 2],
    [5, 6, 7],
    [11, 12, 1],
  ])
  expect(keysOf({ ...kind, districtId: undefined }).map(([level]) => level)).toEqual(['category', 'group'])
})

test('a stopped clock moves the day; a reason is due in two working days; a new day lies ahead', () => {
  expect(shifted('2026-06-01', 3, 'BB')).toBe('2026-06-04')
  expect(shifted('2026-06-01', 5, 'BB')).toBe('2026-06-08')
  // Over Ascension Day and the weekend.
  expect(reasonDue('2026-05-13', 'BB')).toBe('2026-05-18')
  expect(mayPromise('2026-05-18', '2026-05-15', 'BB')).toBe(true)
  expect(mayPromise('2026-05-15', '2026-05-15', 'BB')).toBe(false)
  expect(mayPromise('2026-05-16', '2026-05-15', 'BB')).toBe(false)
  expect(mayPromise('2028-05-15', '2026-05-15', 'BB')).toBe(false)
})

test('kept on the day itself; cells under ten are hidden', () => {
  expect([outcomeOf('2026-06-01', '2026-06-01'), outcomeOf('2026-06-01', '2026-06-02'), outcomeOf('2026-06-01', undefined)]).toEqual([
    'kept',
    'broken',
    'broken',
  ])
  expect([hitRate(9, 0), hitRate(9, 1), hitRate(2, 1)]).toEqual([undefined, 90, undefined])
})

test.each([1, 2, 3])('a replayed year keeps 88 to 92 of 100 promises (seed %i)', (seed) => {
  const { share, promises } = replay(seed)
  expect(promises).toBeGreaterThan(4_000)
  expect(share).toBeGreaterThanOrEqual(88)
  expect(share).toBeLessThanOrEqual(92)
})
