import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keysFor, keysOf, matches, metresApart, radii } from './subscription.rules.ts'

const shares = (a: string[], b: string[]) => a.some((key) => b.includes(key))
const id = fc.constantFrom('a', 'b', 'c')
const town = { lat: fc.double({ min: 47, max: 55, noNaN: true }), lon: fc.double({ min: 6, max: 15, noNaN: true }) }

describe('keys of subscriptions', () => {
  it('a report finds every circle it lies in', () => {
    fc.assert(
      fc.property(
        town.lat,
        town.lon,
        fc.constantFrom(...radii),
        fc.double({ min: 0, max: 7, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (lat, lon, radiusM, angle, share) => {
          const wanted = { around: { lat, lon, radiusM } }
          const metres = radiusM * share
          const report = {
            categoryId: 'a',
            lat: lat + (Math.sin(angle) * metres) / 111_320,
            lon: lon + (Math.cos(angle) * metres) / (111_320 * Math.cos((lat * Math.PI) / 180)),
          }
          if (matches(wanted, report)) expect(shares(keysOf(wanted), keysFor(report))).toBe(true)
          expect(metresApart(wanted.around, report)).toBeLessThan(metres * 1.01 + 1)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('a report finds what is wanted by district, category and thing, and a key alone says so', () => {
    const optional = fc.option(id, { nil: undefined })
    fc.assert(
      fc.property(optional, optional, optional, id, optional, optional, (districtId, categoryId, assetId, category, district, asset) => {
        const wanted = assetId ? { assetId, categoryId } : { districtId, categoryId }
        const report = { categoryId: category, districtId: district, assetId: asset }
        expect(shares(keysOf(wanted), keysFor(report))).toBe(matches(wanted, report))
      }),
    )
  })

  it('keeps a circle under few keys and asks for few', () => {
    for (const radiusM of radii) expect(keysOf({ around: { lat: 52.5, lon: 13.4, radiusM } }).length).toBeLessThanOrEqual(6)
    expect(keysFor({ categoryId: 'a', districtId: 'b', assetId: 'c', lat: 52.5, lon: 13.4 }).length).toBe(14)
  })
})
