import { between, nth, type Point } from './point.ts'

/** West, south, east, north. */
export type Box = readonly [number, number, number, number]

export function boxOf(points: readonly Point[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [west, south, east, north]
}

export const within = ([x, y]: Point, [west, south, east, north]: Box): boolean => x >= west && x <= east && y >= south && y <= north

/** The parts of the line inside the box. */
export function clipLine(line: readonly Point[], box: Box): Point[][] {
  const parts: Point[][] = []
  let part: Point[] = []
  for (let i = 1; i < line.length; i++) {
    const a = nth(line, i - 1)
    const b = nth(line, i)
    const span = spanInside(a, b, box)
    if (!span) continue
    if (part.length === 0) part.push(span[0] === 0 ? a : between(a, b, span[0]))
    part.push(span[1] === 1 ? b : between(a, b, span[1]))
    if (span[1] < 1) {
      parts.push(part)
      part = []
    }
  }
  if (part.length > 1) parts.push(part)
  return parts
}

/** From where to where (0…1) the segment runs inside the box (Liang and Barsky 1984). */
function spanInside(a: Point, b: Point, [west, south, east, north]: Box): [number, number] | undefined {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  let [enter, leave] = [0, 1]
  for (const [speed, room] of [
    [-dx, a[0] - west],
    [dx, east - a[0]],
    [-dy, a[1] - south],
    [dy, north - a[1]],
  ] as const) {
    if (speed === 0) {
      if (room < 0) return undefined
      continue
    }
    if (speed < 0) enter = Math.max(enter, room / speed)
    else leave = Math.min(leave, room / speed)
  }
  return enter < leave ? [enter, leave] : undefined
}

/** The part of the closed ring inside the box, closed again; empty when nothing is left (Sutherland and Hodgman 1974). */
export function clipRing(ring: readonly Point[], box: Box): Point[] {
  let points = ring.slice(0, -1)
  for (const [axis, limit, sign] of [
    [0, box[0], 1],
    [0, box[2], -1],
    [1, box[1], 1],
    [1, box[3], -1],
  ] as const) {
    const within = (p: Point) => (p[axis] - limit) * sign >= 0
    if (points.every(within)) continue
    const kept: Point[] = []
    points.forEach((p, i) => {
      const before = nth(points, i - 1)
      if (within(p) !== within(before)) kept.push(between(before, p, (limit - before[axis]) / (p[axis] - before[axis])))
      if (within(p)) kept.push(p)
    })
    points = kept
  }
  return points.length < 3 ? [] : [...points, nth(points, 0)]
}
