import { describe, expect, it } from 'vitest'
import { PLATE } from './assets.ts'
import { demoGeography, drawGeography } from './demo-geography.ts'
import type { DemoTown, Line, LonLat, Rings } from './geography.ts'
import { publicBuildings } from './landmarks.ts'
import { large } from './plan.large.ts'
import { small } from './plan.small.ts'
import { areaOf, closed, inside } from './shapes/area.ts'
import { smooth } from './shapes/line.ts'
import { nth } from './shapes/point.ts'

const towns: DemoTown[] = ['large', 'small']
const plans = { large, small }
const duplicates = <T>(items: readonly T[]) => items.length - new Set(items).size
const ringOf = (polygon: Rings) => nth(polygon, 0)
/** A ring's area in a unit that is the same everywhere in one town. */
const size = (ring: Line) => Math.abs(areaOf(ring))

describe.each(towns)('the %s demo town', (town) => {
  const geography = demoGeography(town)
  const { districts, streets, addresses, crossings, assets, landmarks, scenery, bounds } = geography

  it('is the same when it is drawn again', () => {
    expect(JSON.stringify(drawGeography(plans[town]))).toBe(JSON.stringify(geography))
  })

  it('is large enough to be believable', () => {
    const least =
      town === 'large'
        ? { addresses: 6000, lamps: 2500, trees: 1500, districts: 9, people: 55_000 }
        : { addresses: 600, lamps: 400, trees: 300, districts: 3, people: 3_800 }
    const count = (kind: string) => assets.filter((asset) => asset.kind === kind).length
    expect(addresses.length).toBeGreaterThanOrEqual(least.addresses)
    expect(count('lamp')).toBeGreaterThanOrEqual(least.lamps)
    expect(count('tree')).toBeGreaterThanOrEqual(least.trees)
    expect(districts.length).toBeGreaterThanOrEqual(least.districts)
    expect(geography.population).toBeGreaterThanOrEqual(least.people)
    for (const kind of ['playground', 'bench', 'bin', 'fountain', 'busStop', 'recycling']) expect(count(kind)).toBeGreaterThan(0)
  })

  it('is divided into districts without gaps or overlaps', () => {
    const sum = districts.reduce((total, { polygon }) => total + size(ringOf(polygon)), 0)
    const whole = size(ringOf(geography.outline))
    expect(Math.abs(sum - whole) / whole).toBeLessThan(0.002)
  })

  it('has every address in exactly one district, the one it names', () => {
    const wrong = addresses.filter(({ point, district }) => {
      const around = districts.filter(({ polygon }) => inside(point, ringOf(polygon)))
      return around.length !== 1 || around[0]?.code !== district
    })
    expect(wrong).toEqual([])
  })

  it('gives no name, address or number twice', () => {
    expect(duplicates(streets.map(({ name }) => name))).toBe(0)
    expect(duplicates(districts.map(({ name }) => name))).toBe(0)
    expect(duplicates(landmarks.map(({ name, kind }) => `${kind} ${name}`))).toBe(0)
    expect(duplicates(addresses.map(({ street, number, suffix }) => `${street} ${number}${suffix}`))).toBe(0)
    expect(duplicates(assets.map(({ number }) => number))).toBe(0)
    expect(assets.filter(({ number }) => !PLATE.test(number))).toEqual([])
  })

  it('names streets in addresses, crossings and assets that exist', () => {
    const names = new Set(streets.map(({ name }) => name))
    const used = [
      ...addresses.map(({ street }) => street),
      ...crossings.flatMap((crossing) => crossing.streets),
      ...assets.flatMap(({ street }) => street ?? []),
    ]
    expect(used.filter((name) => !names.has(name))).toEqual([])
  })

  it('has each crossing on both of its streets', () => {
    const points = new Map(streets.map(({ name, lines }) => [name, new Set(lines.flat().map(String))]))
    const off = crossings.filter((crossing) => crossing.streets.some((name) => !points.get(name)?.has(String(crossing.point))))
    expect(off).toEqual([])
    expect(crossings.length).toBeGreaterThan(streets.length)
  })

  it('has one connected network of streets', () => {
    expect(unreached(streets.flatMap(({ lines }) => lines))).toBe(0)
  })

  it('lies within its bounds', () => {
    const [west, south, east, north] = bounds
    const polygons = [...scenery.water, ...scenery.greens, ...scenery.grounds, ...scenery.buildings, ...districts].flatMap(({ polygon }) =>
      polygon.flat(),
    )
    const lines = [
      ...streets.flatMap((street) => street.lines.flat()),
      ...scenery.rails.flat(),
      ...scenery.waterLines.flatMap(({ line }) => line),
    ]
    const points = [...addresses, ...crossings, ...assets, ...landmarks].map(({ point }) => point)
    const out = [...polygons, ...lines, ...points].filter(
      ([lon, lat]: LonLat) => !(lon >= west - 1e-6 && lon <= east + 1e-6 && lat >= south - 1e-6 && lat <= north + 1e-6),
    )
    expect(out).toEqual([])
  })

  it('closes every ring', () => {
    const rings = [...scenery.water, ...scenery.greens, ...scenery.grounds, ...scenery.buildings, ...districts].flatMap(
      ({ polygon }) => polygon,
    )
    expect(rings.filter((ring) => ring.length > 0 && String(ring[0]) !== String(ring.at(-1)))).toEqual([])
  })
})

/** How many lines cannot be reached from the first one over shared points. */
function unreached(lines: readonly Line[]): number {
  const at = new Map<string, number[]>()
  for (const [i, line] of lines.entries()) for (const p of line) at.set(String(p), [...(at.get(String(p)) ?? []), i])
  const seen = new Set([0])
  const waiting = [0]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const p of nth(lines, next)) {
      for (const other of at.get(String(p)) ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        waiting.push(other)
      }
    }
  }
  return lines.length - seen.size
}

describe.each(towns)('the plan of the %s demo town', (town) => {
  it('keeps streets out of public buildings', () => {
    const buildings = publicBuildings(plans[town].landmarks).map(({ corners }) => closed(corners))
    const roads = plans[town].roads.map(({ name, points, closed: ring }) => ({ name, line: smooth(points, ring ?? false, 4) }))
    const through = roads.filter(({ line }) => line.some((p) => buildings.some((ring) => inside(p, ring)))).map(({ name }) => name)
    expect(through).toEqual([])
  })
})
