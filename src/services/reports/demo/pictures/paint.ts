import type { Seeded } from '#platform/seeded.ts'

/** Strokes and shapes as SVG text, on a sheet of 800 × 600. */

export type Point = readonly [x: number, y: number]

/** One decimal is enough for a picture and keeps it small. */
export const n = (value: number): string => String(Math.round(value * 10) / 10)

const attributes = (extra: string) => (extra ? ` ${extra}` : '')

export const path = (d: string, fill: string, extra = '') => `<path d="${d}" fill="${fill}"${attributes(extra)}/>`

export const poly = (points: readonly Point[], fill: string, extra = '') =>
  `<polygon points="${points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="${fill}"${attributes(extra)}/>`

export const rect = (x: number, y: number, width: number, height: number, fill: string, extra = '') =>
  `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${fill}"${attributes(extra)}/>`

export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, extra = '') =>
  `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}"${attributes(extra)}/>`

export const stroke = (d: string, colour: string, width: number, extra = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round"${attributes(extra)}/>`

export const line = (from: Point, to: Point, colour: string, width: number, extra = '') =>
  stroke(`M${n(from[0])} ${n(from[1])}L${n(to[0])} ${n(to[1])}`, colour, width, extra)

export const group = (content: string, extra: string) => `<g ${extra}>${content}</g>`

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** A colour between two (`#rrggbb`), 0 gives the first. */
export function mix(first: string, second: string, share: number): string {
  const other = channels(second)
  return `#${channels(first)
    .map((value, i) => Math.round(value + ((other[i] ?? 0) - value) * share))
    .map((value) => Math.max(0, Math.min(255, value)).toString(16).padStart(2, '0'))
    .join('')}`
}

export const darker = (colour: string, share: number) => mix(colour, '#14121c', share)
export const lighter = (colour: string, share: number) => mix(colour, '#fff8ea', share)

const pair = ([x, y]: Point) => `${n(x)} ${n(y)}`

/** A closed smooth line through points, as nature draws it. */
export function smooth(points: readonly Point[]): string {
  const at = (i: number): Point => points[(i + points.length) % points.length] ?? [0, 0]
  const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const first = middle(at(-1), at(0))
  const ends = points.map((point, i) => middle(point, at(i + 1)))
  // T mirrors the corner before it, and the mirror image is the next corner, because each end lies in the middle of two.
  return `M${pair(first)}Q${pair(at(0))} ${ends.map(pair).join('T')}Z`
}

/** An irregular round shape; `rough` 0 is an ellipse, 0.5 is ragged. */
export const blob = (random: Seeded, x: number, y: number, rx: number, ry: number, rough = 0.2, corners = 12): string =>
  smooth(
    Array.from({ length: corners }, (_, i): Point => {
      const angle = (i / corners) * Math.PI * 2
      const reach = 1 - rough * random.next()
      return [x + Math.cos(angle) * rx * reach, y + Math.sin(angle) * ry * reach]
    }),
  )

export const times = (count: number, draw: (index: number) => string): string => Array.from({ length: count }, (_, i) => draw(i)).join('')

const eye = 1.55
const focal = 470
export const horizon = 232

/** Where a point of the ground is on the sheet: `x` metres to the right, `z` metres ahead (2 is the lower edge), `y` metres above. */
export const ground = (x: number, z: number, y = 0): Point => [400 + (focal * x) / z, horizon + (focal * (eye - y)) / z]

/** Pixels of one metre at a distance of `z` metres. */
export const scaleAt = (z: number) => focal / z

/** A patch of ground between two distances and two sides. */
export const patch = (left: number, right: number, near: number, far: number, fill: string, extra = '') =>
  poly([ground(left, near), ground(right, near), ground(right, far), ground(left, far)], fill, extra)
