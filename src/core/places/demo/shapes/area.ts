import { cross, dot, left, minus, nth, type Point, plus, segments } from './point.ts'

/** Signed area of a closed ring in square metres; positive when it runs anticlockwise. */
export const areaOf = (ring: readonly Point[]): number => segments(ring).reduce((sum, [a, b]) => sum + cross(a, b), 0) / 2

/** Whether the point lies inside the closed ring (even–odd rule). */
export function inside(p: Point, ring: readonly Point[]): boolean {
  let within = false
  for (let i = 1; i < ring.length; i++) {
    const a = nth(ring, i - 1)
    const b = nth(ring, i)
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) within = !within
  }
  return within
}

export const closed = (points: readonly Point[]): Point[] => [...points, nth(points, 0)]

export function centroid(ring: readonly Point[]): Point {
  let [x, y, sum] = [0, 0, 0]
  for (const [a, b] of segments(ring)) {
    const part = cross(a, b)
    x += (a[0] + b[0]) * part
    y += (a[1] + b[1]) * part
    sum += part
  }
  return [x / (3 * sum), y / (3 * sum)]
}

/** A rectangle around `center`, `ahead` metres long in `direction` and `wide` metres across, as an open ring of four corners. */
export function rectangle(center: Point, direction: Point, ahead: number, wide: number): Point[] {
  const side = left(direction)
  const corner = (a: number, b: number) => plus(plus(center, direction, (a * ahead) / 2), side, (b * wide) / 2)
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)]
}

/** Whether two convex shapes (open rings) overlap: no edge of either separates them. */
export function overlap(one: readonly Point[], other: readonly Point[]): boolean {
  return !separates(one, other) && !separates(other, one)
}

function separates(one: readonly Point[], other: readonly Point[]): boolean {
  for (let i = 0; i < one.length; i++) {
    const normal = left(minus(nth(one, (i + 1) % one.length), nth(one, i)))
    const [low, high] = spread(one, normal)
    const [otherLow, otherHigh] = spread(other, normal)
    if (high <= otherLow + 1e-6 || otherHigh <= low + 1e-6) return true
  }
  return false
}

function spread(ring: readonly Point[], normal: Point): [number, number] {
  let [low, high] = [Infinity, -Infinity]
  for (const p of ring) {
    const reach = dot(normal, p)
    if (reach < low) low = reach
    if (reach > high) high = reach
  }
  return [low, high]
}
