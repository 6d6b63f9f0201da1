/** A point in metres east and north of the market square. */
export type Point = readonly [number, number]

export const plus = (a: Point, b: Point, times = 1): Point => [a[0] + b[0] * times, a[1] + b[1] * times]
export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]]
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1]
export const cross = (a: Point, b: Point): number => a[0] * b[1] - a[1] * b[0]
export const distance = (a: Point, b: Point): number => Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2)
export const between = (a: Point, b: Point, t: number): Point => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
/** Turned by 90° to the left. */
export const left = (a: Point): Point => [-a[1], a[0]]
/** The direction from `a` to `b`, of length 1; east when both are the same. */
export function toward(a: Point, b: Point): Point {
  const length = distance(a, b)
  return length === 0 ? [1, 0] : [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
}
/** `angle` in radians, counted from east to north. */
export const heading = (angle: number): Point => [Math.cos(angle), Math.sin(angle)]

/** The item at `index`, counted from the end when negative; throws when there is none. */
export function nth<T>(items: readonly T[], index: number): T {
  const item = items[index < 0 ? items.length + index : index]
  if (item === undefined) throw new Error(`no item ${index} of ${items.length}`)
  return item
}

/** Neighbouring points of a line, as its segments. */
export function segments(line: readonly Point[]): [Point, Point][] {
  const pairs: [Point, Point][] = []
  for (let i = 1; i < line.length; i++) pairs.push([nth(line, i - 1), nth(line, i)])
  return pairs
}

/** Where the segments a–b and c–d cross: the point and how far along each (0…1); nothing for parallels. */
export function crossingOf(a: Point, b: Point, c: Point, d: Point): { at: Point; s: number; t: number } | undefined {
  const ab = minus(b, a)
  const cd = minus(d, c)
  const slope = cross(ab, cd)
  if (Math.abs(slope) < 1e-9) return undefined
  const s = cross(minus(c, a), cd) / slope
  const t = cross(minus(c, a), ab) / slope
  return s < 0 || s > 1 || t < 0 || t > 1 ? undefined : { at: plus(a, ab, s), s, t }
}

/** The point of the segment a–b that is nearest to `p`. */
export function nearestOn(p: Point, a: Point, b: Point): { at: Point; t: number; away: number } {
  const ab = minus(b, a)
  const square = dot(ab, ab)
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, dot(minus(p, a), ab) / square))
  const at = plus(a, ab, t)
  return { at, t, away: distance(p, at) }
}
