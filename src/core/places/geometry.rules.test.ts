import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf, inPolygon, metresBetween, metresToLine, middleOf, piecesOf } from './geometry.rules.ts'

const square = [
  [9, 51],
  [9.01, 51],
  [9.01, 51.01],
  [9, 51.01],
  [9, 51],
] as const
const hole = [
  [9.004, 51.004],
  [9.006, 51.004],
  [9.006, 51.006],
  [9.004, 51.006],
  [9.004, 51.004],
] as const

test.each([
  [51.002, 9.002, true],
  [51.02, 9.002, false],
  [51.005, 9.005, false],
  [51.0041, 9.0001, true],
])('%d, %d in a square with a hole: %s', (lat, lon, inside) => expect(inPolygon({ lat, lon }, [square, hole])).toBe(inside))

test('a hundredth of a degree is 1,113 m to the north and 700 m to the east', () => {
  expect(metresBetween({ lat: 51, lon: 9 }, { lat: 51.01, lon: 9 })).toBeCloseTo(1113.2, 0)
  expect(metresBetween({ lat: 51, lon: 9 }, { lat: 51, lon: 9.01 })).toBeCloseTo(700.6, 0)
})

test('the way to a line ends beside it or at its end', () => {
  const line = [
    [9, 51],
    [9.01, 51],
  ] as const
  expect(metresToLine({ lat: 51.001, lon: 9.005 }, line)).toBeCloseTo(111.3, 0)
  expect(metresToLine({ lat: 51, lon: 9.011 }, line)).toBeCloseTo(70.1, 0)
})

const point = fc.tuple(fc.double({ min: 9, max: 9.1, noNaN: true }), fc.double({ min: 51, max: 51.1, noNaN: true }))
const line = fc.array(point, { minLength: 2, maxLength: 30 })

test('pieces of a line are the line', () => {
  fc.assert(
    fc.property(line, (points) => {
      const pieces = piecesOf(points, 120)
      expect(pieces.flatMap((piece, i) => (i === 0 ? piece : piece.slice(1)))).toEqual(points)
      expect(pieces.every((piece) => piece.length > 1)).toBe(true)
    }),
  )
})

test('the middle of a street is one of its points, and all of it lies within its reach', () => {
  fc.assert(
    fc.property(line, (points) => {
      const { lat, lon, reachM } = middleOf([points])
      expect(points.some(([x, y]) => x === lon && y === lat)).toBe(true)
      for (const [x, y] of points) expect(metresBetween({ lat, lon }, { lat: y, lon: x })).toBeLessThanOrEqual(reachM)
    }),
  )
})

test('bounds hold all points', () => expect(boundsOf(square)).toEqual([9, 51, 9.01, 51.01]))
