import type { Ground } from './ground.ts'
import type { Border, Plan } from './plan.ts'
import { locate, slice, smooth } from './shapes/line.ts'
import { distance, nth, type Point } from './shapes/point.ts'

/** The closed ring of every district, in the plan's order. Neighbours share their borders point by point. */
export function districtRings(plan: Plan, ground: Ground): Point[][] {
  const lines = lineByName(plan, ground)
  const corners = cornersOf(plan, lines)
  const borders = new Map(Object.entries(plan.borders).map(([name, border]) => [name, draw(border, lines, corners, ground.outline)]))
  return plan.districts.map(({ ring }) => {
    const points = ring.flatMap((name) => {
      const border = borders.get(name.replace(/^-/, ''))
      if (!border) throw new Error(`no border ${name}`)
      return (name.startsWith('-') ? border.toReversed() : border).slice(0, -1)
    })
    return [...points, nth(points, 0)]
  })
}

function lineByName(plan: Plan, ground: Ground): Map<string, Point[]> {
  const waters = ground.waters.flatMap(({ name, line }) => (line ? [[name, line] as const] : []))
  const rails = plan.rails.map(({ name }, i) => [name, nth(ground.rails, i)] as const)
  return new Map([...waters, ...rails])
}

const key = ([x, y]: Point) => `${x},${y}`
const ends = (border: Border): [Point, Point] =>
  'points' in border ? [nth(border.points, 0), nth(border.points, -1)] : [border.from, border.to]

/** A corner lies on the line that one of its borders follows, if any, otherwise where it was drawn. */
function cornersOf(plan: Plan, lines: Map<string, Point[]>): Map<string, Point> {
  const corners = new Map<string, Point>()
  const borders = Object.values(plan.borders)
  for (const border of borders) for (const end of ends(border)) corners.set(key(end), end)
  for (const border of borders) {
    if (!('along' in border)) continue
    for (const end of ends(border)) corners.set(key(end), locate(lines.get(border.along) ?? [], end).at)
  }
  return corners
}

function draw(border: Border, lines: Map<string, Point[]>, corners: Map<string, Point>, outline: Point[]): Point[] {
  const [from, to] = ends(border).map((end) => corners.get(key(end)) ?? end) as [Point, Point]
  if ('points' in border) return smooth([from, ...border.points.slice(1, -1), to], false, 30)
  const line = 'outline' in border ? outline : (lines.get(border.along) ?? [])
  const [start, end] = [locate(line, from).along, locate(line, to).along]
  const part =
    'outline' in border && start > end ? [...slice(line, start, Number.MAX_VALUE), ...slice(line, 0, end)] : slice(line, start, end)
  return [from, ...part.filter((p) => distance(p, from) > 8 && distance(p, to) > 8), to]
}
