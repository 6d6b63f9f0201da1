import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alike, metresBetween, similarity } from './similarity.rules.ts'

const worked = { distanceM: 18, radiusM: 50, sameAsset: false, category: 'same', text: 0.31, ageDays: 2, open: true } as const

test('the worked example: 18 m away, same category, text 0.31, two days old', () => {
  // 0.45·0.64 + 0.25·1 + 0.20·0.31 + 0.10·0.933
  expect(Math.round(similarity(worked) * 1000)).toBe(693)
})

test.each([
  ['the same asset is as near as can be', { sameAsset: true }, 0.855],
  ['beyond the radius only the rest counts', { distanceM: 80 }, 0.405],
  ['another category of the group counts half', { category: 'sameGroup' }, 0.568],
  ['an open one never falls below half in time', { ageDays: 300 }, 0.65],
  ['a settled one does', { ageDays: 300, open: false }, 0.6],
] as const)('%s', (_, more, score) => {
  expect(similarity({ ...worked, ...more })).toBeCloseTo(score, 3)
})

test('it is always between 0 and 1', () => {
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 5000, noNaN: true }),
      part,
      fc.double({ min: 0, max: 4000, noNaN: true }),
      fc.boolean(),
      (distanceM, text, ageDays, open) => {
        const score = similarity({ ...worked, distanceM, text, ageDays, open })
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      },
    ),
  )
})

test('texts are compared without stop words, umlauts and names of streets', () => {
  expect(alike('Die Laterne in der Lindenstraße ist kaputt!', 'Laterne kaputt (Bahnhofstraße)')).toBe(1)
  expect(alike('Große Pfütze', 'grosse Pfuetze')).toBe(1)
  expect(alike('Laterne flackert', 'Müll liegt herum')).toBeLessThan(0.1)
  expect(alike('', 'Laterne')).toBe(0)
})

test('metres between two points', () => {
  expect(metresBetween({ lat: 49, lon: 11 }, { lat: 49.001, lon: 11 })).toBeCloseTo(111.3, 0)
  expect(metresBetween({ lat: 49, lon: 11 }, { lat: 49, lon: 11.001 })).toBeCloseTo(73, 0)
})
