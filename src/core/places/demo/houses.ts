import { type Seeded, seeded } from '#platform/seeded.ts'
import type { BuildingKind } from './geography.ts'
import { BLOCKED, type Ground, quarterAt } from './ground.ts'
import type { Draft, Network } from './network.ts'
import type { Pattern } from './plan.ts'
import { overlap, rectangle } from './shapes/area.ts'
import { boxOf } from './shapes/clip.ts'
import { lengthOf, walk } from './shapes/line.ts'
import { between, crossingOf, distance, dot, left, nearestOn, nth, type Point, plus } from './shapes/point.ts'

export type House = { kind: BuildingKind; corners: Point[] }
export type Door = { street: Draft; number: number; suffix: string; at: Point }

/** Half the width of a street with its pavements, in metres. */
export const HALF_WIDTH = { main: 9, collector: 7.5, residential: 5, lane: 3.6, pedestrian: 4.5, path: 2, track: 2 } as const

type Custom = {
  kind: BuildingKind
  front: [number, number]
  depth: [number, number]
  setback: [number, number]
  gap: [number, number]
  doors: number
  behind: number
}

/** How the houses stand, in metres. */
const customs: Record<Pattern, Custom> = {
  oldTown: { kind: 'row', front: [8, 14], depth: [10, 14], setback: [0, 0.6], gap: [0, 0.3], doors: 1, behind: 0.3 },
  rows: { kind: 'row', front: [14, 22], depth: [11, 13], setback: [1.5, 2.5], gap: [0, 0.4], doors: 1, behind: 0.35 },
  terraces: { kind: 'row', front: [13, 26], depth: [9, 11], setback: [4, 6], gap: [3, 9], doors: 1, behind: 0.2 },
  houses: { kind: 'house', front: [10, 14], depth: [9, 12], setback: [4, 7], gap: [6, 11], doors: 1, behind: 0.4 },
  flats: { kind: 'house', front: [34, 58], depth: [11, 13], setback: [7, 11], gap: [14, 24], doors: 3, behind: 0 },
  village: { kind: 'house', front: [11, 18], depth: [9, 13], setback: [1.5, 5], gap: [5, 13], doors: 1, behind: 0.7 },
  industry: { kind: 'hall', front: [34, 90], depth: [26, 62], setback: [8, 14], gap: [14, 26], doors: 1, behind: 0.2 },
}

/** Houses along both sides of every street, and a number at every door: odd on the left, even on the right, counted from the town's middle. */
export function buildHouses(
  network: Network,
  ground: Ground,
  standing: readonly House[],
  town: string,
): { houses: House[]; doors: Door[] } {
  const site = siteOf(network, ground)
  for (const house of standing) site.build(house)
  const doors: Door[] = []
  const numbers = new Map<string, [number, number]>()
  for (const street of network.streets) {
    if (street.class === 'path' || street.class === 'track' || street.owner === 'federal') continue
    const chance = seeded(town, 'houses', street.id)
    const line = fromMiddle(street.line)
    const next = numbers.get(street.name ?? '') ?? [1, 2]
    for (const side of [0, 1] as const) next[side] = lineUp(site, street, line, side, next[side], chance, doors)
    numbers.set(street.name ?? '', next)
  }
  return { houses: site.houses, doors }
}

const fromMiddle = (line: Point[]): Point[] => (Math.hypot(...nth(line, 0)) <= Math.hypot(...nth(line, -1)) ? line : line.toReversed())

/** Builds one side of a street and returns the next free number of that side. */
function lineUp(site: Site, street: Draft, line: Point[], side: 0 | 1, first: number, chance: Seeded, doors: Door[]): number {
  const length = lengthOf(line)
  const half = HALF_WIDTH[street.class]
  let number = first
  for (let along = 4; along < length - 6; ) {
    const { at, direction } = walk(line, along)
    const out = plus([0, 0], left(direction), side === 0 ? 1 : -1)
    const quarter = quarterAt(site.ground, plus(at, out, 16))
    if (!quarter) {
      along += 12
      continue
    }
    const custom = customs[quarter.pattern]
    const front = chance.between(...custom.front)
    const depth = chance.between(...custom.depth)
    const middle = walk(line, along + front / 2)
    const facing = plus([0, 0], left(middle.direction), side === 0 ? 1 : -1)
    const setback = half + chance.between(...custom.setback)
    const center = plus(middle.at, facing, setback + depth / 2)
    const house = { kind: custom.kind, corners: rectangle(center, middle.direction, front, depth) }
    if (!site.free(house.corners)) {
      along += 5
      continue
    }
    site.build(house)
    for (let door = 0; door < custom.doors; door++) {
      const shift = ((door + 0.5) / custom.doors - 0.5) * front
      const last = doors.at(-1)
      const added = last?.street === street && last.number === number - 2 && chance.chance(0.035)
      if (!added && chance.chance(0.03)) number += 2
      const at = plus(plus(middle.at, middle.direction, shift), facing, setback + 2)
      if (added) doors.push({ street, number: last.number, suffix: letterAfter(last.suffix), at })
      else doors.push({ street, number, suffix: '', at })
      if (!added) number += 2
    }
    if (chance.chance(custom.behind)) {
      const size = custom.kind === 'hall' ? [24, 18] : custom.kind === 'row' ? [7, 9] : [6, 4.5]
      const shed = rectangle(
        plus(center, facing, depth / 2 + (custom.kind === 'row' ? 5 : 9)),
        middle.direction,
        nth(size, 0),
        nth(size, 1),
      )
      if (site.free(shed)) site.build({ kind: 'shed', corners: shed })
    }
    along += front + chance.between(...custom.gap)
  }
  return number
}

/** A house built later between two numbers gets the lower number and the next letter. */
const letterAfter = (suffix: string): string => (suffix ? String.fromCharCode(suffix.charCodeAt(0) + 1) : 'a')

type Site = ReturnType<typeof siteOf>

/** Knows what stands where, and whether there is room for one more. */
function siteOf(network: Network, ground: Ground) {
  const houses: House[] = []
  const cells = new Map<number, House[]>()
  const cellsOf = (corners: readonly Point[]) => {
    const [west, south, east, north] = boxOf(corners).map((v) => Math.floor(v / 32) + 512) as [number, number, number, number]
    const keys: number[] = []
    for (let x = west; x <= east; x++) for (let y = south; y <= north; y++) keys.push(x * 1024 + y)
    return keys
  }

  function build(house: House): void {
    houses.push(house)
    for (const key of cellsOf(house.corners)) {
      const list = cells.get(key)
      if (list) list.push(house)
      else cells.set(key, [house])
    }
  }

  function free(corners: readonly Point[]): boolean {
    if (corners.some((corner) => ground.use.at(corner) === 0 || ground.use.at(corner) >= BLOCKED)) return false
    if (cellsOf(corners).some((key) => cells.get(key)?.some((other) => overlap(corners, other.corners)))) return false
    const [a, b, c, d] = corners as [Point, Point, Point, Point]
    const center = between(a, c, 0.5)
    const reach = distance(center, a) + 10
    const axis = [plus(b, a, -1), plus(d, a, -1)] as const
    for (const segment of network.grid.near(center, reach)) {
      const clearance = HALF_WIDTH[network.streets[segment.owner]?.class ?? 'lane'] - 0.5
      if (nearestOn(center, segment.a, segment.b).away > reach) continue
      if (corners.some((corner) => nearestOn(corner, segment.a, segment.b).away < clearance)) return false
      const within = (p: Point) => axis.every((side) => dot(plus(p, a, -1), side) > 0 && dot(plus(p, a, -1), side) < dot(side, side))
      if (within(segment.a) || within(segment.b) || crossingOf(segment.a, segment.b, a, c) || crossingOf(segment.a, segment.b, b, d))
        return false
    }
    return true
  }

  return { ground, houses, build, free }
}
