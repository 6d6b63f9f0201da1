import type { DemoTown } from '../demo/geography.ts'
import type { Box } from '../demo/shapes/clip.ts'
import { type Feature, type LayerName, mapFeatures } from './features.ts'

/** Side of a cell of the index: about 150 m in the middle of Germany. */
const CELL = 2 ** -18
/** What covers more cells than this is looked at every time. */
const LARGE = 64

type Index = { cells: Map<number, number[]>; large: number[]; features: readonly Feature[] }
const indexes = new Map<DemoTown, Index>()

/** Layers a still picture shows; the others are not indexed. */
const shown: readonly LayerName[] = ['ground', 'green', 'water', 'rail', 'road', 'building']

/** The features that may reach into the area (in Mercator units), in drawing order. */
export function featuresIn(town: DemoTown, area: Box): Feature[] {
  const { cells, large, features } = indexes.get(town) ?? build(town)
  const found = new Set(large)
  for (const key of keysOf(area)) for (const i of cells.get(key) ?? []) found.add(i)
  return [...found]
    .sort((one, other) => one - other)
    .flatMap((i) => features[i] ?? [])
    .filter(({ box }) => box[0] <= area[2] && box[2] >= area[0] && box[1] <= area[3] && box[3] >= area[1])
}

function build(town: DemoTown): Index {
  const index: Index = { cells: new Map(), large: [], features: mapFeatures(town).filter(({ layer }) => shown.includes(layer)) }
  for (const [i, { box }] of index.features.entries()) {
    const keys = keysOf(box)
    if (keys.length > LARGE) index.large.push(i)
    else for (const key of keys) index.cells.set(key, [...(index.cells.get(key) ?? []), i])
  }
  indexes.set(town, index)
  return index
}

function keysOf([west, north, east, south]: Box): number[] {
  const keys: number[] = []
  for (let x = Math.floor(west / CELL); x <= Math.floor(east / CELL); x++) {
    for (let y = Math.floor(north / CELL); y <= Math.floor(south / CELL); y++) keys.push(x * 2 ** 19 + y)
    if (keys.length > 4096) break
  }
  return keys
}
