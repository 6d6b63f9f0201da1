/** The invented geography of a demo town: what the seed writes into the database and what the map draws. */

/** Longitude and latitude in degrees, WGS84, in the order of GeoJSON. */
export type LonLat = readonly [number, number]
export type Line = readonly LonLat[]
/** Outer ring first, then holes; rings are closed (first point = last point). */
export type Rings = readonly Line[]
/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

export type DemoTown = 'large' | 'small'

/** Who maintains a street: the town, the county (Kreisstraße), the Land (Landesstraße), the federation (Bundesstraße). */
export type StreetOwner = 'town' | 'district' | 'state' | 'federal'
export type StreetClass = 'main' | 'collector' | 'residential' | 'lane' | 'pedestrian' | 'path' | 'track'

export type District = { code: string; name: string; polygon: Rings; population: number; postcode: string; label: LonLat }
export type Street = {
  name: string
  /** Official number of a road that is not the town's, such as `L 417`. */
  ref?: string
  class: StreetClass
  owner: StreetOwner
  /** One street may consist of several pieces. */
  lines: readonly Line[]
  /** Postcode and district of its middle. */
  postcode: string
  district: string
}
export type Address = { street: string; number: number; suffix: string; postcode: string; district: string; point: LonLat }
export type Crossing = { streets: readonly [string, string]; point: LonLat; district: string }

export type LandmarkKind =
  | 'townHall'
  | 'church'
  | 'school'
  | 'kindergarten'
  | 'playground'
  | 'station'
  | 'pool'
  | 'library'
  | 'bridge'
  | 'museum'
  | 'hospital'
  | 'fireStation'
  | 'police'
  | 'cemetery'
  | 'park'
  | 'sports'
  | 'square'
  | 'mill'
  | 'hall'
export type Landmark = { kind: LandmarkKind; name: string; point: LonLat; district: string; address?: string }

export type AssetKind = 'lamp' | 'tree' | 'playground' | 'bench' | 'bin' | 'fountain' | 'busStop' | 'recycling'
export type Asset = {
  kind: AssetKind
  /** The number on its plate, unique in the town, such as `L-10234`. */
  number: string
  point: LonLat
  district: string
  street?: string
  /** Trees: German and botanical name. */
  species?: { de: string; botanical: string }
  /** Bus stops and playgrounds have a name. */
  name?: string
}

export type WaterKind = 'river' | 'stream' | 'lake'
export type GreenKind = 'park' | 'wood' | 'meadow' | 'field' | 'cemetery' | 'allotments' | 'sports'
export type GroundKind = 'settlement' | 'oldTown' | 'industry' | 'school' | 'square' | 'railYard'
export type BuildingKind = 'house' | 'row' | 'shed' | 'hall' | 'public'

/** What only the map needs. */
export type Scenery = {
  water: readonly { kind: WaterKind; name: string; polygon: Rings }[]
  greens: readonly { kind: GreenKind; name?: string; polygon: Rings }[]
  grounds: readonly { kind: GroundKind; polygon: Rings }[]
  buildings: readonly { kind: BuildingKind; polygon: Rings }[]
  rails: readonly Line[]
  /** Middle lines of rivers and streams, to write their names along. */
  waterLines: readonly { name: string; line: Line }[]
}

export type Geography = {
  town: DemoTown
  name: string
  /** Bounds of the drawn map; everything lies inside. */
  bounds: Bounds
  /** The market square: where a map opens. */
  center: LonLat
  /** The town's area; the districts divide it without gaps. */
  outline: Rings
  population: number
  districts: readonly District[]
  streets: readonly Street[]
  addresses: readonly Address[]
  crossings: readonly Crossing[]
  landmarks: readonly Landmark[]
  assets: readonly Asset[]
  scenery: Scenery
}
