import { demoGeography } from '../demo/demo-geography.ts'
import type { Bounds, DemoTown, Geography, LonLat, Street } from '../demo/geography.ts'
import { type Box, boxOf } from '../demo/shapes/clip.ts'
import { distance, type Point } from '../demo/shapes/point.ts'
import { mercator } from './mercator.ts'

export type Shape = 'point' | 'line' | 'area'
export type LayerName =
  | 'ground'
  | 'green'
  | 'water'
  | 'waterway'
  | 'rail'
  | 'border'
  | 'road'
  | 'building'
  | 'tree'
  | 'door'
  | 'place'
  | 'fade'

/** One thing on the map, in the square of side 1 (see mercator.ts). */
export type Feature = {
  layer: LayerName
  shape: Shape
  points: readonly Point[]
  box: Box
  /** The lowest zoom level at which it is drawn. */
  from: number
  tags: Readonly<Record<string, string | number>>
}

const known = new Map<DemoTown, readonly Feature[]>()

/** Everything on the map of a town, in drawing order within each layer. */
export function mapFeatures(town: DemoTown): readonly Feature[] {
  const features = known.get(town) ?? featuresOf(demoGeography(town))
  known.set(town, features)
  return features
}

function feature(layer: LayerName, shape: Shape, points: readonly LonLat[], from: number, tags: Feature['tags'] = {}): Feature {
  const projected = points.map(mercator)
  return { layer, shape, points: projected, box: boxOf(projected), from, tags }
}

function featuresOf(geography: Geography): Feature[] {
  const { scenery } = geography
  const areas = <T extends { polygon: readonly (readonly LonLat[])[] }>(
    layer: LayerName,
    items: readonly T[],
    from: number,
    tags: (item: T) => Feature['tags'],
  ) => items.flatMap((item) => item.polygon.filter((ring) => ring.length > 3).map((ring) => feature(layer, 'area', ring, from, tags(item))))

  return [
    ...areas('ground', scenery.grounds, 9, ({ kind }) => ({ kind })),
    ...areas('green', scenery.greens, 9, ({ kind }) => ({ kind })),
    ...areas('water', scenery.water, 9, ({ kind }) => ({ kind })),
    ...scenery.waterLines.map(({ name, line }) => feature('waterway', 'line', line, 12, { name })),
    ...scenery.rails.map((line) => feature('rail', 'line', line, 10)),
    ...geography.districts.flatMap(({ polygon }) => polygon.map((ring) => feature('border', 'line', ring, 11))),
    ...geography.streets.toSorted((one, other) => rank(one) - rank(other)).flatMap(roads),
    ...areas('building', scenery.buildings, 14, ({ kind }) => ({ kind })),
    ...geography.assets.filter(({ kind }) => kind === 'tree').map(({ point }) => feature('tree', 'point', [point], 14)),
    ...geography.addresses.map(({ point, number, suffix }) => feature('door', 'point', [point], 14, { no: `${number}${suffix}` })),
    ...places(geography),
    ...fades(geography.bounds),
  ]
}

const order = ['track', 'path', 'lane', 'pedestrian', 'residential', 'collector', 'main']
const rank = (street: Street) => order.indexOf(street.class)

function roads(street: Street): Feature[] {
  const from =
    street.class === 'main' ? 9 : street.class === 'collector' ? 11 : street.class === 'path' || street.class === 'track' ? 13 : 12
  const kind = street.owner === 'federal' ? 'federal' : street.class
  return joined(street.lines).map((line) =>
    feature('road', 'line', line, from, { kind, name: street.name, ...(street.ref ? { ref: street.ref } : {}) }),
  )
}

/** A street's pieces that follow on each other become one line, so that its name is written once. */
function joined(lines: Street['lines']): LonLat[][] {
  const done: LonLat[][] = []
  for (const line of lines) {
    const before = done.find((other) => same(other.at(-1), line[0]))
    if (before) before.push(...line.slice(1))
    else done.push([...line])
  }
  return done
}
const same = (a: LonLat | undefined, b: LonLat | undefined) => a !== undefined && b !== undefined && distance(a, b) === 0

function places(geography: Geography): Feature[] {
  return [
    feature('place', 'point', [geography.center], 9, { kind: 'town', name: geography.name }),
    ...geography.districts.map(({ name, label }) => feature('place', 'point', [label], 11, { kind: 'district', name })),
    ...geography.landmarks.map(({ kind, name, point }) =>
      feature('place', 'point', [point], kind === 'townHall' || kind === 'station' ? 12 : 14, { kind, name }),
    ),
    ...geography.assets
      .filter(({ kind }) => kind === 'busStop')
      .map(({ point, name }) => feature('place', 'point', [point], 14, { kind: 'busStop', name: name ?? '' })),
  ]
}

/** Frames along the edge of the drawing, each a little wider: laid over each other they let it fade into the paper. */
function fades([west, south, east, north]: Bounds): Feature[] {
  const [x, y] = [(east - west) / 110, (north - south) / 90]
  const [w, s, e, n] = [west - 3 * x, south - 3 * y, east + 3 * x, north + 3 * y]
  return Array.from({ length: 9 }, (_, i) => i).flatMap((i) => {
    const [left, low, right, high] = [west + i * x, south + i * y, east - i * x, north - i * y]
    const strips = [
      [w, high, e, n],
      [w, s, e, low],
      [w, low, left, high],
      [right, low, e, high],
    ] as const
    return strips.map(([a, b, c, d]) =>
      feature(
        'fade',
        'area',
        [
          [a, b],
          [c, b],
          [c, d],
          [a, d],
          [a, b],
        ],
        9,
      ),
    )
  })
}
