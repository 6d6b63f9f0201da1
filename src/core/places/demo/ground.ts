import type { GreenKind, GroundKind, WaterKind } from './geography.ts'
import { publicBuildings } from './landmarks.ts'
import type { Plan, Quarter } from './plan.ts'
import { areaOf, closed } from './shapes/area.ts'
import { aside, ribbon, smooth } from './shapes/line.ts'
import { nth, type Point } from './shapes/point.ts'
import { type Raster, raster } from './shapes/raster.ts'

/** The plan with its curves drawn out: rings are closed. */
export type Ground = {
  outline: Point[]
  waters: { kind: WaterKind; name: string; ring: Point[]; line?: Point[] }[]
  rails: Point[][]
  quarters: { quarter: Quarter; ring: Point[] }[]
  greens: { kind: GreenKind; name?: string; ring: Point[] }[]
  grounds: { kind: GroundKind; ring: Point[] }[]
  /** Which quarter (number + 1) a place belongs to; 0 open country, from `BLOCKED` on nothing is built. */
  use: Raster
}

export const BLOCKED = 200
export const WATER = 201
export const WOOD = 202
export const GREEN = 203
export const RAIL = 204

export function groundOf(plan: Plan): Ground {
  const waters = plan.waters.map(({ kind, name, points, width }) => {
    if (kind === 'lake') return { kind, name, ring: smooth(points, true) }
    const line = smooth(points, false, kind === 'river' ? 22 : 16)
    return { kind, name, ring: ribbon(line, width), line }
  })
  const rails = plan.rails.map(({ points }) => smooth(points, false, 40))
  const quarters = plan.quarters.map((quarter) => ({ quarter, ring: wider(smooth(quarter.points, true, 24), 34) }))
  const greens = plan.greens.map(({ kind, name, points }) => ({ kind, ...(name ? { name } : {}), ring: softRing(kind, points) }))
  const grounds = plan.grounds.map(({ kind, points }) => ({ kind, ring: closed(points) }))

  const use = raster(plan.halfWidth, plan.halfHeight)
  ;[...quarters.entries()].reverse().forEach(([i, { ring }]) => {
    use.fill(ring, i + 1)
  })
  for (const { kind, ring } of greens) use.fill(ring, kind === 'wood' ? WOOD : GREEN)
  for (const { ring } of grounds) use.fill(ring, BLOCKED)
  for (const { closed: square, points } of plan.roads) if (square) use.fill(smooth(points, true), BLOCKED)
  for (const { corners } of publicBuildings(plan.landmarks, 9)) use.fill(closed(corners), BLOCKED)
  for (const line of rails) use.fill(ribbon(line, [44, 44]), RAIL)
  for (const { ring, line, kind } of waters) use.fill(line ? ribbon(line, kind === 'river' ? [74, 84] : [34, 34]) : ring, WATER)
  return { outline: smooth(plan.outline, true, 40), waters, rails, quarters, greens, grounds, use }
}

/** The ring moved outward, so that neighbouring quarters meet on the road between them. */
function wider(ring: Point[], by: number): Point[] {
  return closed(aside(ring, areaOf(ring) > 0 ? -by : by).slice(1))
}

/** Woods and parks have soft edges, sports grounds and allotments straight ones. */
function softRing(kind: GreenKind, points: readonly Point[]): Point[] {
  return kind === 'sports' || kind === 'allotments' ? closed(points) : smooth(points, true, 30)
}

export const quarterAt = (ground: Ground, p: Point): Quarter | undefined => {
  const value = ground.use.at(p)
  return value > 0 && value < BLOCKED ? nth(ground.quarters, value - 1).quarter : undefined
}
