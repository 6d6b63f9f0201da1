import type { DemoTown } from '../demo/geography.ts'
import { type Box, clipLine, clipRing, within } from '../demo/shapes/clip.ts'
import { simplify } from '../demo/shapes/line.ts'
import type { Point } from '../demo/shapes/point.ts'
import { type Feature, mapFeatures } from './features.ts'
import { EXTENT, encodeTile, type TileFeature } from './vector-tile.ts'

/** Tiles exist for these zoom levels; the map enlarges the last one when it goes nearer. */
export const TILE_ZOOMS = { min: 9, max: 14 } as const

/** Counts up when the drawn map changes: it is part of the tiles' address, so that they may be kept forever. */
export const MAP_VERSION = '1'

/** Drawn beyond the edge, in tile units, so that wide lines do not end at it. */
const MARGIN = 160

const made = new Map<string, Uint8Array>()

/** One vector tile of a demo town, not compressed; nothing where the town has none. Made once per process, in a few milliseconds. */
export function mapTile(town: DemoTown, z: number, x: number, y: number): Uint8Array | undefined {
  if (!tileExists(town, z, x, y)) return undefined
  const key = `${town}/${z}/${x}/${y}`
  const tile = made.get(key) ?? cutTile(mapFeatures(town), z, x, y)
  made.set(key, tile)
  return tile
}

function tileExists(town: DemoTown, z: number, x: number, y: number): boolean {
  if (![z, x, y].every(Number.isInteger) || z < TILE_ZOOMS.min || z > TILE_ZOOMS.max) return false
  const [west, north, east, south] = tileRange(town, z)
  return x >= west && x <= east && y >= north && y <= south
}

/** The tiles that cover the town at a zoom level: west, north, east, south. */
export function tileRange(town: DemoTown, z: number): Box {
  let box: Box = [1, 1, 0, 0]
  for (const { layer, box: b } of mapFeatures(town)) {
    if (layer !== 'road') continue
    box = [Math.min(box[0], b[0]), Math.min(box[1], b[1]), Math.max(box[2], b[2]), Math.max(box[3], b[3])]
  }
  return box.map((v) => Math.floor(v * 2 ** z)) as unknown as Box
}

function cutTile(features: readonly Feature[], z: number, x: number, y: number): Uint8Array {
  const scale = 2 ** z
  const margin = MARGIN / EXTENT
  const area: Box = [(x - margin) / scale, (y - margin) / scale, (x + 1 + margin) / scale, (y + 1 + margin) / scale]
  const layers = new Map<string, TileFeature[]>()
  for (const feature of features) {
    if (z < feature.from || !meets(feature.box, area)) continue
    const units = feature.points.map(([px, py]): Point => [(px * scale - x) * EXTENT, (py * scale - y) * EXTENT])
    const parts = partsIn(feature, units, z)
    if (parts.length === 0) continue
    const layer = layers.get(feature.layer) ?? []
    layer.push({ shape: feature.shape, parts, tags: feature.tags })
    layers.set(feature.layer, layer)
  }
  return encodeTile(layers)
}

const meets = (a: Box, b: Box) => a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]
const edge: Box = [-MARGIN, -MARGIN, EXTENT + MARGIN, EXTENT + MARGIN]

function partsIn({ shape, layer }: Feature, units: Point[], z: number): Point[][] {
  if (shape === 'point') return within(units[0] ?? [-1, -1], [0, 0, EXTENT - 1e-6, EXTENT - 1e-6]) ? [units] : []
  const tolerance = layer === 'building' ? 0 : z === TILE_ZOOMS.max ? 2 : 9
  if (shape === 'line') return clipLine(simplify(units, tolerance), edge)
  const ring = clipRing(tolerance > 0 ? simplify(units, tolerance) : units, edge)
  return ring.length > 3 ? [ring] : []
}
