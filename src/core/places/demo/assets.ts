import { type Seeded, seeded } from '#platform/seeded.ts'
import { avenueTrees, parkTrees, prefixes, streetTrees } from './assets.lists.ts'
import type { AssetKind } from './geography.ts'
import { type Ground, quarterAt, WATER } from './ground.ts'
import { HALF_WIDTH } from './houses.ts'
import type { Draft, Network } from './network.ts'
import type { PlannedLandmark } from './plan.ts'
import { inside } from './shapes/area.ts'
import { lengthOf, walk } from './shapes/line.ts'
import { distance, left, type Point, plus } from './shapes/point.ts'

export type Thing = {
  kind: AssetKind
  number: string
  at: Point
  street?: string
  species?: { de: string; botanical: string }
  name?: string
}
type Unnumbered = Omit<Thing, 'number'>

/** Lamps, trees, benches and all else that has a plate with a number. */
export function placeAssets(network: Network, ground: Ground, landmarks: readonly PlannedLandmark[], town: string): Thing[] {
  const things: Unnumbered[] = []
  for (const street of network.streets) {
    const chance = seeded(town, 'street assets', street.id)
    things.push(
      ...lamps(street, ground),
      ...streetTreesOf(street, ground, chance),
      ...busStops(street, network, ground),
      ...islands(street, ground, chance),
    )
  }
  for (const [i, green] of ground.greens.entries()) {
    if (green.kind === 'park' || green.kind === 'cemetery') things.push(...parkThings(green.ring, ground, seeded(town, 'park', i)))
  }
  for (const { kind, name, at } of landmarks) {
    if (kind === 'playground')
      things.push({ kind: 'playground', name, at }, { kind: 'bench', at: plus(at, [9, 4]) }, { kind: 'bin', at: plus(at, [11, 0]) })
    if (kind === 'square')
      things.push({ kind: 'fountain', name: `Brunnen ${name}`, at }, ...around(at, 22, 4, 'bench'), ...around(at, 27, 2, 'bin'))
    if (kind === 'church' || kind === 'library' || kind === 'museum') things.push(...around(at, 34, 2, 'bench'))
    if (kind === 'park') things.push({ kind: 'fountain', name: `Brunnen ${name}`, at })
  }
  return numbered(things)
}

function numbered(things: readonly Unnumbered[]): Thing[] {
  const last = new Map<AssetKind, number>()
  return things.map((thing) => {
    const few = thing.kind === 'playground' || thing.kind === 'fountain'
    const number = (last.get(thing.kind) ?? (few ? 100 : thing.kind === 'lamp' || thing.kind === 'tree' ? 10_000 : 1000)) + 1
    last.set(thing.kind, number)
    return { ...thing, number: `${prefixes[thing.kind]}-${number}` }
  })
}

/** Points every `step` metres beside the street, `beyond` metres from its edge, only within the settlement. */
function beside(street: Draft, ground: Ground, step: number, beyond: number, start: number, sides: 'both' | 'turns'): Point[] {
  const points: Point[] = []
  const length = lengthOf(street.line)
  for (let along = start, turn = 1; along < length - 4; along += step, turn = -turn) {
    const { at, direction } = walk(street.line, along)
    for (const side of sides === 'both' ? [1, -1] : [turn]) {
      const p = plus(at, left(direction), side * (HALF_WIDTH[street.class] + beyond))
      if (
        ground.use.at(p) !== WATER &&
        (quarterAt(ground, plus(at, left(direction), 20)) ?? quarterAt(ground, plus(at, left(direction), -20)))
      )
        points.push(p)
    }
  }
  return points
}

function lamps(street: Draft, ground: Ground): Unnumbered[] {
  if (street.class === 'track' || street.owner === 'federal') return []
  const step = street.class === 'lane' || street.class === 'pedestrian' ? 27 : street.class === 'main' ? 36 : 39
  return beside(street, ground, step, -0.8, 9, 'turns').map((at) => ({ kind: 'lamp', at, street: street.name ?? '' }))
}

function streetTreesOf(street: Draft, ground: Ground, chance: Seeded): Unnumbered[] {
  if (street.class === 'lane' || street.class === 'track' || street.class === 'pedestrian' || street.owner === 'federal') return []
  if (!street.avenue && !chance.chance(0.3)) return []
  const species = chance.pick(street.avenue ? avenueTrees : streetTrees)
  const points = beside(street, ground, street.avenue ? 17 : 26, -1.6, 14, street.avenue ? 'both' : 'turns')
  return points.filter(() => chance.chance(0.9)).map((at) => ({ kind: 'tree', at, species, street: street.name ?? '' }))
}

/** A stop about every 420 m on main streets, named after the street that turns off there. */
function busStops(street: Draft, network: Network, ground: Ground): Unnumbered[] {
  if ((street.class !== 'main' && street.class !== 'collector') || street.owner === 'federal') return []
  const stops: Unnumbered[] = []
  const length = lengthOf(street.line)
  for (let along = 160; along < length - 60; along += 420) {
    const { at, direction } = walk(street.line, along)
    const settled = quarterAt(ground, plus(at, left(direction), 25)) ?? quarterAt(ground, plus(at, left(direction), -25))
    if (!settled) continue
    const side = network.streets.find(
      (other) =>
        other !== street &&
        other.name !== street.name &&
        other.joints.some((joint) => distance(joint, at) < 90 && street.joints.includes(joint)),
    )
    const name = side?.name ?? `${street.name} ${stops.length + 1}`
    const edge = HALF_WIDTH[street.class] - 1
    const stop = plus(at, left(direction), -edge)
    stops.push(
      { kind: 'busStop', at: stop, name, street: street.name ?? '' },
      { kind: 'bin', at: plus(stop, direction, 5), street: street.name ?? '' },
      { kind: 'bench', at: plus(stop, direction, 2), street: street.name ?? '' },
    )
  }
  return stops
}

/** Containers for glass and paper beside some side streets. */
function islands(street: Draft, ground: Ground, chance: Seeded): Unnumbered[] {
  if (street.class !== 'residential' || !chance.chance(0.12)) return []
  return beside(street, ground, 1e6, 0.5, 30, 'turns').map((at) => ({ kind: 'recycling', at, street: street.name ?? '' }))
}

function parkThings(ring: readonly Point[], ground: Ground, chance: Seeded): Unnumbered[] {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)]
  const box = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)] as const
  const placed: Unnumbered[] = []
  const tries = Math.min(900, Math.round(((box[1] - box[0]) * (box[3] - box[2])) / 220))
  for (let i = 0; i < tries; i++) {
    const at: Point = [chance.between(box[0], box[1]), chance.between(box[2], box[3])]
    if (!inside(at, ring) || ground.use.at(at) === WATER || placed.some((other) => distance(other.at, at) < 11)) continue
    const roll = chance.next()
    if (roll < 0.86) placed.push({ kind: 'tree', at, species: chance.pick(parkTrees) })
    else placed.push({ kind: roll < 0.95 ? 'bench' : 'bin', at })
  }
  return placed
}

const around = (center: Point, radius: number, count: number, kind: AssetKind): Unnumbered[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * (i + 0.4)) / count
    return { kind, at: plus(center, [Math.cos(angle) * radius, Math.sin(angle) * radius]) }
  })

/** Exported for the test: a plate carries letters, a hyphen and a number. */
export const PLATE = /^[A-Z]{1,2}-\d{3,6}$/
