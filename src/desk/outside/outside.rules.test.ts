import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isStale, lackOf } from './along.rules.ts'
import { inOrder, MOST_ON_TOUR, orders, wayTo } from './outside.rules.ts'

const here = { lat: 49, lon: 11 }
const stop = (placeLabel: string, north: number, due: number) => ({ lat: 49 + north / 1000, lon: 11, dueAt: new Date(due), placeLabel })
const stops = [stop('Weg 10', 3, 1), stop('Allee 1', 1, 3), stop('Weg 9', 2, 2)]
const labels = (order: (typeof orders)[number], from?: typeof here) => inOrder(stops, order, from).map(({ placeLabel }) => placeLabel)

describe('the order', () => {
  it.each([
    ['nah', here, ['Allee 1', 'Weg 9', 'Weg 10']],
    ['nah', undefined, ['Weg 10', 'Weg 9', 'Allee 1']],
    ['faellig', here, ['Weg 10', 'Weg 9', 'Allee 1']],
    ['strasse', undefined, ['Allee 1', 'Weg 9', 'Weg 10']],
    ['tour', here, ['Allee 1', 'Weg 9', 'Weg 10']],
    ['tour', undefined, ['Weg 10', 'Weg 9', 'Allee 1']],
  ] as const)('%s from %j', (order, from, expected) => expect(labels(order, from)).toEqual(expected))

  const any = fc.array(
    fc.record({
      lat: fc.double({ min: 49, max: 49.1, noNaN: true }),
      lon: fc.double({ min: 11, max: 11.1, noNaN: true }),
      dueAt: fc.date({ noInvalidDate: true }),
      placeLabel: fc.string(),
    }),
    { maxLength: 60 },
  )
  it('invents and doubles nothing, and leaves out only what no tour of a day holds', () =>
    fc.assert(
      fc.property(any, fc.constantFrom(...orders), fc.option(fc.constant(here), { nil: undefined }), (all, order, from) => {
        const ordered = inOrder(all, order, from)
        expect(new Set(ordered).size).toBe(ordered.length)
        expect(ordered.every((one) => all.includes(one))).toBe(true)
        expect(ordered).toHaveLength(order === 'tour' ? Math.min(MOST_ON_TOUR, all.length) : all.length)
      }),
      { numRuns: 30 },
    ))
})

describe('the way to a stop', () => {
  it.each([
    [0.001, 0, 'n', 100],
    [0, 0.001, 'e', 70],
    [-0.01, 0, 's', 1100],
    [0, -0.001, 'w', 70],
    [0.001, 0.0015, 'ne', 150],
    [0, 0, 'n', 0],
  ])('%f, %f', (north, east, wind, metres) => expect(wayTo(here, { lat: 49 + north, lon: 11 + east })).toEqual({ wind, metres }))
})

describe('what a device keeps', () => {
  const DAY = 86_400_000
  it.each([
    [DAY, false],
    [DAY + 1, true],
    [0, false],
    [-DAY, true],
  ])('%i ms later', (later, stale) => expect(isStale({ asOf: 10 * DAY }, 10 * DAY + later)).toBe(stale))

  const nothing = { reason: '', text: ' ', photos: 0, noPhotoReason: '', needsProof: true }
  it.each([
    ['finish', {}, 'proof'],
    ['finish', { photos: 1 }, undefined],
    ['finish', { noPhotoReason: 'unsafe' }, undefined],
    ['finish', { needsProof: false }, undefined],
    ['end', {}, 'reason'],
    ['end', { reason: 'notFound' }, 'text'],
    ['handOn', { reason: 'notOurs' }, undefined],
    ['ask', {}, 'text'],
    ['note', {}, 'text'],
    ['note', { text: 'Da' }, undefined],
    ['start', {}, undefined],
  ])('%s %j lacks', (verb, said, lack) => expect(lackOf(verb, { ...nothing, ...said })).toBe(lack))
})
