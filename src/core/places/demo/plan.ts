import type { DemoTown, GreenKind, GroundKind, LandmarkKind, LonLat, StreetClass, StreetOwner, WaterKind } from './geography.ts'
import type { Point } from './shapes/point.ts'

/** What is drawn by hand of a town, in metres from the market square; everything else grows from it. */
export type Plan = {
  town: DemoTown
  name: string
  /** Where the market square lies on the globe. */
  center: LonLat
  halfWidth: number
  halfHeight: number
  /** Control points of the town's border, anticlockwise. */
  outline: readonly Point[]
  waters: readonly PlannedWater[]
  rails: readonly { name: string; points: readonly Point[] }[]
  roads: readonly PlannedRoad[]
  quarters: readonly Quarter[]
  greens: readonly { kind: GreenKind; name?: string; points: readonly Point[] }[]
  grounds: readonly { kind: GroundKind; points: readonly Point[] }[]
  districts: readonly PlannedDistrict[]
  /** Lines between districts, from one to the next corner; districts share them, so there are no gaps. */
  borders: Readonly<Record<string, Border>>
  landmarks: readonly PlannedLandmark[]
}

export type PlannedWater = { name: string; kind: WaterKind; points: readonly Point[]; width: readonly [number, number] }

export type PlannedRoad = {
  name: string
  ref?: string
  class: StreetClass
  owner: StreetOwner
  points: readonly Point[]
  closed?: boolean
  avenue?: boolean
}

/** How a quarter is built: closed rows, single houses, blocks of flats … */
export type Pattern = 'oldTown' | 'rows' | 'houses' | 'terraces' | 'flats' | 'village' | 'industry'

export type Quarter = {
  pattern: Pattern
  /** Which names its streets get. */
  theme: string
  points: readonly Point[]
  /** Direction of its streets in degrees from east; or around a centre. */
  angle: number | { around: Point }
  /** Metres between parallel streets, and between their cross streets. */
  spacing: readonly [number, number]
  /** How far the direction sways, in degrees. */
  sway: number
}

/** Follows a water, railway or road between the corners nearest to `from` and `to`, the outline (anticlockwise), or its own points. */
export type Border = { along: string; from: Point; to: Point } | { outline: true; from: Point; to: Point } | { points: readonly Point[] }

export type PlannedDistrict = {
  code: string
  name: string
  population: number
  postcode: string
  /** Names of borders in order around it; a leading `-` walks one backwards. */
  ring: readonly string[]
}

export type PlannedLandmark = {
  kind: LandmarkKind
  name: string
  at: Point
  /** Footprints in metres relative to `at`: [east, north, length, width], turned by `angle` degrees. */
  buildings?: readonly (readonly [number, number, number, number])[]
  angle?: number
}
