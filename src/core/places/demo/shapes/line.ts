import { between, distance, left, nearestOn, nth, type Point, plus, segments, toward } from './point.ts'

export function lengthOf(line: readonly Point[]): number {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += distance(nth(line, i - 1), nth(line, i))
  return sum
}

/** A soft curve through the control points (Catmull–Rom), with a point about every `step` metres. */
export function smooth(points: readonly Point[], closed = false, step = 16): Point[] {
  const count = points.length
  const at = (i: number): Point => (closed ? nth(points, ((i % count) + count) % count) : nth(points, Math.min(count - 1, Math.max(0, i))))
  const line: Point[] = []
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    const pieces = Math.max(2, Math.round(distance(p1, p2) / step))
    for (let k = 0; k < pieces; k++) line.push(curvePoint(p0, p1, p2, p3, k / pieces))
  }
  line.push(closed ? nth(line, 0) : nth(points, -1))
  return line
}

function curvePoint(p0: Point, p1: Point, p2: Point, p3: Point, t: number): Point {
  const axis = (i: 0 | 1) => {
    const a = 2 * p1[i]
    const b = p2[i] - p0[i]
    const c = 2 * p0[i] - 5 * p1[i] + 4 * p2[i] - p3[i]
    const d = 3 * p1[i] - p0[i] - 3 * p2[i] + p3[i]
    return (a + b * t + c * t * t + d * t * t * t) / 2
  }
  return [axis(0), axis(1)]
}

/** The place on the line nearest to `p`: the point, how far along the line it is (metres), how far away `p` is. */
export function locate(line: readonly Point[], p: Point): { at: Point; along: number; away: number } {
  let best = { at: nth(line, 0), along: 0, away: Number.POSITIVE_INFINITY }
  let along = 0
  for (const [a, b] of segments(line)) {
    const near = nearestOn(p, a, b)
    if (near.away < best.away) best = { at: near.at, along: along + distance(a, near.at), away: near.away }
    along += distance(a, b)
  }
  return best
}

/** The point `along` metres from the start of the line, and the direction of the line there. */
export function walk(line: readonly Point[], along: number): { at: Point; direction: Point } {
  let left = along
  let [from, to] = [nth(line, 0), nth(line, 1)]
  for (let i = 1; i < line.length; i++) {
    from = nth(line, i - 1)
    to = nth(line, i)
    const length = distance(from, to)
    if (left <= length && length > 0) return { at: between(from, to, Math.max(0, left / length)), direction: toward(from, to) }
    left -= length
  }
  return { at: to, direction: toward(from, to) }
}

/** The part of the line from one distance to another (metres); turned round when `from` is behind `to`. */
export function slice(line: readonly Point[], from: number, to: number): Point[] {
  if (from > to) return slice(line, to, from).reverse()
  const part: Point[] = [walk(line, from).at]
  let along = 0
  for (const [a, b] of segments(line)) {
    along += distance(a, b)
    if (along > from + 0.01 && along < to - 0.01) part.push(b)
  }
  part.push(walk(line, to).at)
  return part
}

/** The line moved sideways by `by` metres (left is positive). */
export function aside(line: readonly Point[], by: number | ((i: number) => number)): Point[] {
  return line.map((p, i) => {
    const before = nth(line, Math.max(0, i - 1))
    const after = nth(line, Math.min(line.length - 1, i + 1))
    return plus(p, left(toward(before, after)), typeof by === 'number' ? by : by(i))
  })
}

/** A closed ribbon around the line; `width` in metres at its start and its end. */
export function ribbon(line: readonly Point[], width: readonly [number, number]): Point[] {
  const half = (i: number) => (width[0] + ((width[1] - width[0]) * i) / Math.max(1, line.length - 1)) / 2
  const ring = [...aside(line, half), ...aside(line, (i) => -half(i)).reverse()]
  return [...ring, nth(ring, 0)]
}

/** Fewer points, none further than `tolerance` metres from the old line (Douglas and Peucker 1973). `keep` points stay. */
export function simplify(line: readonly Point[], tolerance: number, keep: ReadonlySet<Point> = new Set()): Point[] {
  const kept = new Array<boolean>(line.length).fill(false)
  const spans: [number, number][] = []
  let start = 0
  line.forEach((p, i) => {
    if (i === 0 || i === line.length - 1 || keep.has(p)) {
      kept[i] = true
      if (i > start) spans.push([start, i])
      start = i
    }
  })
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let worst = tolerance
    let at = -1
    for (let i = from + 1; i < to; i++) {
      const { away } = nearestOn(nth(line, i), nth(line, from), nth(line, to))
      if (away > worst) {
        worst = away
        at = i
      }
    }
    if (at < 0) continue
    kept[at] = true
    spans.push([from, at], [at, to])
  }
  return line.filter((_, i) => kept[i])
}
