import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysWithin, figuresOf, share, sumOf } from './measures.rules.ts'

const histogram = (days: readonly number[]) =>
  days.reduce((counted, day) => counted.set(day, (counted.get(day) ?? 0) + 1), new Map<number, number>())
const of = (more: Partial<Parameters<typeof figuresOf>[0]>) => ({ ...sumOf([]), ...more })

describe('days within which so many were done', () => {
  it.each([
    [[], 50, undefined],
    [[7], 50, 7],
    [[1, 2], 50, 1],
    [[1, 2, 3], 50, 2],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1, 30], 90, 1],
    [[1, 1, 1, 1, 1, 1, 1, 1, 20, 30], 90, 20],
  ])('of %j the %d in 100 lie within %j', (days, percent, within) => expect(daysWithin(histogram(days), percent)).toBe(within))

  it('at least so many lie within the day, and fewer within the day before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 300 }),
        fc.constantFrom(50, 90),
        (days, percent) => {
          const within = daysWithin(histogram(days), percent)!
          const done = (by: number) => days.filter((day) => day <= by).length * 100
          return done(within) >= percent * days.length && done(within - 1) < percent * days.length
        },
      ),
    )
  })

  it('parts added up give the same as the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: 1, max: 60 })), { maxLength: 6 }), (parts) => {
        const sum = sumOf(parts.map((days) => of({ done: days.length, days: histogram(days), reasons: { noDefect: days.length } })))
        expect(sum.done).toBe(parts.flat().length)
        expect(daysWithin(sum.days, 90)).toBe(daysWithin(histogram(parts.flat()), 90))
        expect(sum.reasons.noDefect ?? 0).toBe(parts.flat().length)
      }),
    )
  })
})

it('what rests on too few is hidden, counts never are', () => {
  const nine = of({ done: 9, days: new Map([[3, 9]]), kept: 8, broken: 1, targetsKept: 19, repaired: 9, objected: 2 })
  expect(figuresOf(nine)).toMatchObject({
    done: 9,
    daysHalf: null,
    promisesKept: 8,
    promisesKeptPercent: null,
    targetsKeptPercent: null,
    objected: 2,
    objectedPercent: null,
  })
  const ten = of({ done: 10, days: new Map([[3, 10]]), kept: 9, broken: 1, targetsKept: 19, targetsBroken: 1, repaired: 10, objected: 1 })
  expect(figuresOf(ten)).toMatchObject({ daysHalf: 3, promisesKeptPercent: 90, targetsKeptPercent: 95, objectedPercent: 10 })
  expect([share(1, 3), share(1, 12), share(2, 3, 3)]).toEqual([null, 8.3, 66.7])
})
