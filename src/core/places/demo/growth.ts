import { type Seeded, seeded } from '#platform/seeded.ts'
import { BLOCKED, type Ground, quarterAt } from './ground.ts'
import { addStreet, type Draft, type Network, nearestStreet } from './network.ts'
import type { Quarter } from './plan.ts'
import { lengthOf } from './shapes/line.ts'
import { crossingOf, distance, dot, heading, left, type Point, plus, segments, toward } from './shapes/point.ts'

/** Side streets grow from the streets that are there, along the direction of their quarter, until they meet another street. */
export function growStreets(network: Network, ground: Ground, town: string): void {
  const chance = seeded(town, 'growth')
  const waiting = [...network.streets]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (next.class === 'path') continue
    waiting.push(...branchesOf(next, network, ground, chance))
  }
}

const STEP = 11

function branchesOf(parent: Draft, network: Network, ground: Ground, chance: Seeded): Draft[] {
  const grown: Draft[] = []
  let until = chance.between(15, 60)
  for (const [a, b] of segments(parent.line)) {
    const length = distance(a, b)
    for (; until < length; until += 18) {
      const at = plus(a, toward(a, b), until)
      for (const side of chance.chance(0.5) ? [1, -1] : [-1, 1]) {
        const out = plus([0, 0], left(toward(a, b)), side)
        const street = branch(network, ground, parent, at, out, chance)
        if (street) grown.push(street)
      }
    }
    until -= length
  }
  return grown
}

function branch(network: Network, ground: Ground, parent: Draft, at: Point, out: Point, chance: Seeded): Draft | undefined {
  const quarter = quarterAt(ground, plus(at, out, 26))
  if (!quarter) return undefined
  const axis = axisNear(quarter, at, out)
  if (dot(axis.direction, out) < 0.72) return undefined
  const gap = quarter.spacing[axis.across ? 1 : 0] * chance.between(0.82, 1.12)
  if (crowded(network, plus(at, axis.direction, 24), axis.direction, gap, parent.id)) return undefined
  const walked = trace(network, ground, quarter, at, axis.direction, gap, parent.id, chance)
  if (!walked || lengthOf(walked.line) < (walked.met ? 34 : 60)) return undefined
  const street = addStreet(network, {
    line: walked.line,
    class: quarter.pattern === 'oldTown' ? 'lane' : 'residential',
    owner: 'town',
    avenue: false,
    quarter,
  })
  parent.joints.push(at)
  street.joints.push(at)
  for (const { id, point } of walked.joints) {
    network.streets[id]?.joints.push(point)
    street.joints.push(point)
  }
  return street
}

/** The direction of the quarter's streets at `p`, of its four, that lies nearest to `wish`; `across` when it is a cross street. */
function axisNear(quarter: Quarter, p: Point, wish: Point): { direction: Point; across: boolean } {
  const along = heading(directionAt(quarter, p))
  const choices = [along, left(along), plus([0, 0], along, -1), plus([0, 0], left(along), -1)]
  const scores = choices.map((c) => dot(c, wish))
  const best = scores.indexOf(Math.max(...scores))
  return { direction: choices[best] ?? along, across: best % 2 === 1 }
}

/** Direction of the long streets in radians: the quarter's own, swaying softly from place to place. */
function directionAt(quarter: Quarter, [x, y]: Point): number {
  const sway = (Math.sin(x / 210 + y / 340 + 1.3) + Math.sin(y / 190 - x / 420 + 0.4) * 0.8 + Math.sin((x + y) / 95) * 0.25) / 1.6
  const base =
    typeof quarter.angle === 'number'
      ? (quarter.angle * Math.PI) / 180
      : Math.atan2(y - quarter.angle.around[1], x - quarter.angle.around[0]) + Math.PI / 2
  return base + (sway * quarter.sway * Math.PI) / 180
}

/** Whether a street of about the same direction already runs nearer than `gap`. */
function crowded(network: Network, p: Point, direction: Point, gap: number, but: number): boolean {
  for (const { a, b, owner } of network.grid.near(p, gap)) {
    if (owner === but || Math.abs(dot(toward(a, b), direction)) < 0.8) continue
    const sideways = crossingOf(plus(p, left(direction), -gap), plus(p, left(direction), gap), a, b)
    if (sideways) return true
    if (distance(p, a) < gap * 0.6 || distance(p, b) < gap * 0.6) return true
  }
  return false
}

type Walked = { line: Point[]; joints: { id: number; point: Point }[]; met: boolean }

function trace(
  network: Network,
  ground: Ground,
  quarter: Quarter,
  from: Point,
  start: Point,
  gap: number,
  parent: number,
  chance: Seeded,
): Walked | undefined {
  const walked: Walked = { line: [from], joints: [], met: false }
  let at = from
  let direction = start
  const longest = quarter.pattern === 'industry' ? 900 : chance.between(280, 760)
  for (let gone = 0; gone < longest; gone += STEP) {
    const wish = axisNear(quarter, plus(at, direction, STEP / 2), direction).direction
    direction = toward(at, plus(at, plus(direction, wish, 0.55)))
    const next = plus(at, direction, STEP)
    const hit = firstHit(network, at, plus(next, direction, 4), gone === 0 ? parent : -1)
    if (hit) {
      walked.line.push(hit.point)
      walked.joints.push(hit)
      walked.met = true
      const through = gone > 40 && Math.abs(dot(hit.direction, direction)) < 0.4 && chance.chance(hit.major ? 0.3 : 0.45)
      if (
        !through ||
        !open(ground, plus(hit.point, direction, 30)) ||
        crowded(network, plus(hit.point, direction, 26), direction, gap * 0.8, hit.id)
      )
        return walked
      at = hit.point
      walked.line.push(plus(at, direction, 3))
      at = plus(at, direction, 3)
      continue
    }
    if (!open(ground, plus(next, direction, 16)) || (gone > 50 && crowded(network, next, direction, gap * 0.5, parent))) {
      return finish(network, ground, walked, direction, gap)
    }
    walked.line.push(next)
    at = next
  }
  return finish(network, ground, walked, direction, gap)
}

const open = (ground: Ground, p: Point): boolean => {
  const value = ground.use.at(p)
  return value > 0 && value < BLOCKED
}

/** A street that stops in the open joins a street ahead if one is near; otherwise it is a dead end. */
function finish(network: Network, ground: Ground, walked: Walked, direction: Point, gap: number): Walked {
  const at = walked.line.at(-1)
  if (!at || walked.line.length < 3) return walked
  const ahead = firstHit(network, at, plus(at, direction, gap * 0.8), -1)
  const near = nearestStreet(network, plus(at, direction, 4), gap * 0.75)
  const target = ahead ?? (near && dot(toward(at, near.at), direction) > 0.5 ? { point: near.at, id: near.owner } : undefined)
  if (!target || distance(at, target.point) < 1) return walked
  for (let gone = 6; gone < distance(at, target.point) - 6; gone += 8)
    if (!open(ground, plus(at, toward(at, target.point), gone))) return walked
  const blocked = firstHit(network, at, plus(target.point, toward(at, target.point), -1), -1)
  if (blocked) return walked
  walked.line.push(target.point)
  walked.joints.push({ id: target.id, point: target.point })
  walked.met = true
  return walked
}

type Hit = { id: number; point: Point; direction: Point; major: boolean }

function firstHit(network: Network, from: Point, to: Point, but: number): Hit | undefined {
  let best: (Hit & { s: number }) | undefined
  for (const { a, b, owner } of network.grid.near(from, distance(from, to) + 2)) {
    if (owner === but) continue
    const meet = crossingOf(from, to, a, b)
    if (!meet || meet.s < 1e-6 || (best && meet.s >= best.s)) continue
    const kind = network.streets[owner]?.class
    best = { id: owner, point: meet.at, direction: toward(a, b), major: kind === 'main' || kind === 'collector', s: meet.s }
  }
  return best
}
