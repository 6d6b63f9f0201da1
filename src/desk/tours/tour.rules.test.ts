import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byNearest, lengthOf, tourOf } from './tour.rules.ts'

const at = (lon: number, lat = 0) => ({ lat, lon: lon / 1000 })
const point = fc.record({ lat: fc.double({ min: 49, max: 49.1, noNaN: true }), lon: fc.double({ min: 11, max: 11.1, noNaN: true }) })
const points = fc.array(point, { maxLength: 25 })

it('goes along a street in one direction', () =>
  expect(tourOf([at(0), at(3), at(1), at(2)]).map(({ lon }) => lon * 1000)).toEqual([0, 1, 2, 3]))

it('turns a piece round where the nearest was not the best', () => {
  const street = [at(0), at(1), at(-1.5), at(4)]
  expect(lengthOf(tourOf(street))).toBeLessThan(lengthOf(byNearest(street)))
})

it('visits each once, starts where it is told to, and is never longer than by the nearest alone', () =>
  fc.assert(
    fc.property(points, (all) => {
      const tour = tourOf(all)
      expect(tour).toHaveLength(all.length)
      expect(new Set(tour)).toEqual(new Set(all))
      expect(tour[0]).toBe(all[0])
      expect(lengthOf(tour)).toBeLessThanOrEqual(lengthOf(byNearest(all)) + 0.01)
    }),
  ))

it('takes none and one', () => {
  expect(tourOf([])).toEqual([])
  expect(lengthOf(tourOf([at(1)]))).toBe(0)
})
