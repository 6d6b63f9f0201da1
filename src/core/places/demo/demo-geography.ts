import { placeAssets } from './assets.ts'
import { bridges } from './bridges.ts'
import { meetings, reachable } from './crossings.ts'
import { districtRings } from './districts.ts'
import type { Address, Asset, DemoTown, District, Geography, GroundKind, Landmark, Line, Rings, Street } from './geography.ts'
import { type Ground, groundOf } from './ground.ts'
import { growStreets } from './growth.ts'
import { buildHouses, type Door, type House } from './houses.ts'
import { publicBuildings } from './landmarks.ts'
import { nameStreets } from './names.ts'
import { type Draft, emptyNetwork, type Network, withJoints } from './network.ts'
import { large } from './plan.large.ts'
import { small } from './plan.small.ts'
import type { Pattern, Plan } from './plan.ts'
import { projectionAt } from './projection.ts'
import { centroid, closed, inside } from './shapes/area.ts'
import { type Box, boxOf, clipLine, clipRing, within } from './shapes/clip.ts'
import { lengthOf, simplify, smooth, walk } from './shapes/line.ts'
import { distance, nth, type Point } from './shapes/point.ts'
import { layRoads } from './skeleton.ts'

const drawn = new Map<DemoTown, Geography>()

/** The whole geography of a demo town. The same on every machine and at every call; drawn once per process (about a second). */
export function demoGeography(town: DemoTown): Geography {
  const known = drawn.get(town)
  if (known) return known
  const geography = drawGeography(town === 'large' ? large : small)
  drawn.set(town, geography)
  return geography
}

/** Draws a plan: roads, side streets, names, houses, assets; then everything in degrees. Pure. */
export function drawGeography(plan: Plan): Geography {
  const ground = groundOf(plan)
  const network = emptyNetwork()
  layRoads(network, plan)
  growStreets(network, ground, plan.town)
  nameStreets(network.streets)
  const { houses, doors } = buildHouses(network, ground, publicBuildings(plan.landmarks), plan.town)
  const rings = districtRings(plan, ground)
  return inDegrees(plan, ground, network, houses, doors, rings)
}

function inDegrees(plan: Plan, ground: Ground, network: Network, houses: House[], doors: Door[], rings: Point[][]): Geography {
  const project = projectionAt(plan.center)
  const box: Box = [-plan.halfWidth, -plan.halfHeight, plan.halfWidth, plan.halfHeight]
  const line = (points: readonly Point[]): Line => points.map(project)
  const area = (ring: readonly Point[]): Rings => [line(clipRing(ring, box))]
  const lines = (points: readonly Point[]): Line[] => clipLine(points, box).map(line)
  const [southWest, northEast] = [project([box[0], box[1]]), project([box[2], box[3]])]

  const districts: District[] = plan.districts.map(({ code, name, population, postcode }, i) => {
    const ring = nth(rings, i)
    return { code, name, population, postcode, polygon: [line(ring)], label: project(centroid(ring)) }
  })
  const boxes = rings.map(boxOf)
  const districtAt = (p: Point): District => {
    const i = rings.findIndex((ring, k) => within(p, nth(boxes, k)) && inside(p, ring))
    return nth(districts, i >= 0 ? i : nearestDistrict(rings, p))
  }

  const connected = reachable(network)
  const streets = streetsByName(
    network.streets.filter(({ id }) => connected.has(id)),
    districtAt,
    (street) => {
      const whole = withJoints(street.line, street.joints)
      return clipLine(simplify(whole, 0.5, new Set(street.joints)), box).map(line)
    },
  )
  const addresses: Address[] = doors.map(({ street, number, suffix, at }) => {
    const { code, postcode } = districtAt(at)
    return { street: street.name ?? '', number, suffix, postcode, district: code, point: project(at) }
  })
  const inBox = (p: Point) => Math.abs(p[0]) < plan.halfWidth && Math.abs(p[1]) < plan.halfHeight
  const things = placeAssets(network, ground, plan.landmarks, plan.town).filter(({ at }) => inBox(at))
  const assets: Asset[] = things.map(({ at, ...thing }) => ({ ...thing, point: project(at), district: districtAt(at).code }))
  const landmarks: Landmark[] = [
    ...plan.landmarks.map(({ kind, name, at }) => ({
      kind,
      name,
      point: project(at),
      district: districtAt(at).code,
      ...addressNear(at, doors),
    })),
    ...bridges(network, ground).map(({ name, at }) => ({
      kind: 'bridge' as const,
      name,
      point: project(at),
      district: districtAt(at).code,
    })),
  ]

  return {
    town: plan.town,
    name: plan.name,
    bounds: [...southWest, ...northEast],
    center: plan.center,
    outline: [line(ground.outline)],
    population: plan.districts.reduce((sum, { population }) => sum + population, 0),
    districts,
    streets,
    addresses,
    crossings: meetings(network)
      .filter(({ at }) => inBox(at))
      .map(({ streets, at }) => ({ streets, point: project(at), district: districtAt(at).code })),
    landmarks,
    assets,
    scenery: {
      water: ground.waters.map(({ kind, name, ring }) => ({ kind, name, polygon: area(ring) })),
      greens: ground.greens.map(({ ring, ...green }) => ({ ...green, polygon: area(ring) })),
      grounds: [
        ...ground.quarters.map(({ quarter, ring }) => ({ kind: groundKind(quarter.pattern), polygon: area(ring) })),
        ...ground.grounds.map(({ kind, ring }) => ({ kind, polygon: area(ring) })),
        ...plan.roads
          .filter(({ closed }) => closed)
          .map(({ points }) => ({ kind: 'square' as const, polygon: area(smooth(points, true)) })),
      ],
      buildings: houses.map(({ kind, corners }) => ({ kind, polygon: [line(closed(corners))] })),
      rails: ground.rails.flatMap(lines),
      waterLines: ground.waters.flatMap(({ name, line: middle }) => (middle ? lines(middle).map((part) => ({ name, line: part })) : [])),
    },
  }
}

const groundKind = (pattern: Pattern): GroundKind =>
  pattern === 'oldTown' ? 'oldTown' : pattern === 'industry' ? 'industry' : 'settlement'

function nearestDistrict(rings: readonly Point[][], p: Point): number {
  const away = rings.map((ring) => Math.min(...ring.map((corner) => distance(corner, p))))
  return away.indexOf(Math.min(...away))
}

/** Pieces of the same name make one street. */
function streetsByName(drafts: readonly Draft[], districtAt: (p: Point) => District, linesOf: (street: Draft) => Line[]): Street[] {
  const byName = new Map<string, Street>()
  for (const draft of drafts) {
    const name = draft.name ?? ''
    const known = byName.get(name)
    const { code, postcode } = districtAt(walk(draft.line, lengthOf(draft.line) / 2).at)
    const first = known ?? {
      name,
      ...(draft.ref ? { ref: draft.ref } : {}),
      class: draft.class,
      owner: draft.owner,
      district: code,
      postcode,
      lines: [],
    }
    byName.set(name, { ...first, lines: [...first.lines, ...linesOf(draft)] })
  }
  return [...byName.values()]
}

function addressNear(at: Point, doors: readonly Door[]): { address: string } | undefined {
  let best: Door | undefined
  let away = 90
  for (const door of doors) {
    const far = distance(door.at, at)
    if (far >= away) continue
    best = door
    away = far
  }
  return best ? { address: `${best.street.name} ${best.number}${best.suffix}` } : undefined
}
