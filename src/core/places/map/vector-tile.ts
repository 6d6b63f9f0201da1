import { nth, type Point } from '../demo/shapes/point.ts'
import type { Shape } from './features.ts'
import { protobuf, zigzag } from './protobuf.ts'

export type TileFeature = { shape: Shape; parts: readonly (readonly Point[])[]; tags: Readonly<Record<string, string | number>> }

/** Units along one side of a tile. */
export const EXTENT = 8192

/** One tile in the Mapbox Vector Tile format 2.1; the parts are in tile units from its north-west corner. */
export function encodeTile(layers: ReadonlyMap<string, readonly TileFeature[]>): Uint8Array {
  const tile = protobuf()
  for (const [name, features] of layers) if (features.length > 0) tile.message(3, encodeLayer(name, features))
  return Uint8Array.from(tile.bytes)
}

const shapes = { point: 1, line: 2, area: 3 } as const

function encodeLayer(name: string, features: readonly TileFeature[]): number[] {
  const layer = protobuf()
  const keys = new Map<string, number>()
  const values = new Map<string | number, number>()
  const place = <T>(table: Map<T, number>, item: T): number => {
    const known = table.get(item) ?? table.size
    table.set(item, known)
    return known
  }
  layer.number(15, 2)
  layer.text(1, name)
  for (const { shape, parts, tags } of features) {
    const commands = commandsFor(shape, parts)
    if (commands.length === 0) continue
    const feature = protobuf()
    const pairs = Object.entries(tags).flatMap(([key, value]) => [place(keys, key), place(values, value)])
    if (pairs.length > 0) feature.packed(2, pairs)
    feature.number(3, shapes[shape])
    feature.packed(4, commands)
    layer.message(2, feature.bytes)
  }
  for (const key of keys.keys()) layer.text(3, key)
  for (const value of values.keys()) {
    const wrapped = protobuf()
    if (typeof value === 'string') wrapped.text(1, value)
    else wrapped.number(5, value)
    layer.message(4, wrapped.bytes)
  }
  layer.number(5, EXTENT)
  return layer.bytes
}

const MOVE = 1
const LINE = 2
const CLOSE = 7

/** Geometry as the commands "move to", "line to", "close", each point relative to the one before. */
function commandsFor(shape: Shape, parts: readonly (readonly Point[])[]): number[] {
  const commands: number[] = []
  let [x, y] = [0, 0]
  const step = ([toX, toY]: Point) => {
    commands.push(zigzag(toX - x), zigzag(toY - y))
    ;[x, y] = [toX, toY]
  }
  for (const part of parts) {
    const points = rounded(part, shape)
    if (points.length < { point: 1, line: 2, area: 3 }[shape]) continue
    commands.push((1 << 3) | MOVE)
    step(nth(points, 0))
    if (shape === 'point') continue
    commands.push(((points.length - 1) << 3) | LINE)
    for (const p of points.slice(1)) step(p)
    if (shape === 'area') commands.push((1 << 3) | CLOSE)
  }
  return commands
}

/** Whole units, no point twice in a row; an area is open and runs clockwise on the screen, as the format wants its outer rings. */
function rounded(part: readonly Point[], shape: Shape): Point[] {
  const points: Point[] = []
  for (const [px, py] of part) {
    const p: Point = [Math.round(px), Math.round(py)]
    const last = points.at(-1)
    if (!last || last[0] !== p[0] || last[1] !== p[1]) points.push(p)
  }
  if (shape !== 'area') return points
  const first = points[0]
  const last = points.at(-1)
  if (first && last && points.length > 1 && first[0] === last[0] && first[1] === last[1]) points.pop()
  const area = points.reduce((sum, [ax, ay], i) => {
    const [bx, by] = nth(points, (i + 1) % points.length)
    return sum + ax * by - bx * ay
  }, 0)
  if (area === 0) return []
  return area > 0 ? points : points.reverse()
}
