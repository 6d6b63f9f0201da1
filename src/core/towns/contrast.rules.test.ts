import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, readable } from './contrast.rules.ts'

test.each([
  ['#000000', '#ffffff', 21],
  ['#ffffff', '#ffffff', 1],
  ['#777777', '#ffffff', 4.48],
  ['#767676', '#ffffff', 4.54],
])('%s on %s', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 1)
})

test('white is readable on dark colours alone', () => {
  expect(['#1f5f8b', '#5b3a8c', '#767676', '#777777', '#ffd866'].map(readable)).toEqual([true, true, true, false, false])
})

test('contrast has no direction and stays within its limits', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`)
  fc.assert(
    fc.property(colour, colour, (one, other) => {
      const ratio = contrast(one, other)
      expect(ratio).toBe(contrast(other, one))
      expect(ratio).toBeGreaterThanOrEqual(1)
      expect(ratio).toBeLessThanOrEqual(21.01)
    }),
  )
})
