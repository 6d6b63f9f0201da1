import { z } from 'zod'

/** A point on the globe in degrees (WGS84). */
export type LatLon = { lat: number; lon: number }

/** How somebody said where it is. */
export const placeWays = ['map', 'address', 'crossing', 'between', 'landmark', 'asset', 'photo', 'device'] as const
export type PlaceWay = (typeof placeWays)[number]

/** Who maintains a road: the town, the county (Kreisstraße), the Land (Landesstraße), the federation (Bundesstraße), or a private owner. */
export type RoadOwner = 'town' | 'district' | 'state' | 'federal' | 'private'

/** One place, however it was said: every way of picking ends in this value. */
export type PlaceChoice = {
  lat: number
  lon: number
  /** Radius in metres within which the place lies; missing when exact. Above `ROUGH_M` people are told that it is not exact. */
  accuracyM?: number
  way: PlaceWay
  /** What people call it: "Lindenstraße 12", "Ecke Bahnhofstraße und Südring". */
  label: string
  street?: string
  houseNumber?: string
  roadOwner?: RoadOwner
  assetId?: string
  districtId?: string
  /** The citizen's own words: "gegenüber der Bäckerei". */
  note?: string
}

export type PlaceKind = 'address' | 'street' | 'crossing' | 'between' | 'landmark' | 'asset' | 'district' | 'point'

/** A place found for some words. */
export type PlaceHit = LatLon & {
  /** Names this hit in a form; understood by `resolvePlace`. */
  id: string
  kind: PlaceKind
  label: string
  /** The district's name, and the distance where one was asked for. */
  detail: string
  /** 0…1; from `SURE` on it is what was meant. */
  score: number
  accuracyM?: number
  street?: string
  houseNumber?: string
  roadOwner?: RoadOwner
  assetId?: string
  districtId?: string
  district?: string
  /** Metres from the point that was given with the question. */
  distanceM?: number
}

/** A hit with at least this score is what was meant, if no other comes within `RIVAL` of it. */
export const SURE = 0.86
export const RIVAL = 0.04

const degrees = (limit: number) => z.coerce.number().min(-limit).max(limit).optional()

/**
 * The fields of `PlaceField`, to spread into the schema of a form. `placeId` and the coordinates count only while `placeText` still
 * is `placeAsked`, the text they were made for: so a changed text wins without script, too.
 */
export const placeFields = {
  placeText: z.string().trim().max(200).default(''),
  placeAsked: z.string().trim().max(200).default(''),
  placeId: z.string().max(120).optional(),
  placeLat: degrees(90),
  placeLon: degrees(180),
  placeWay: z.enum(placeWays).optional(),
  placeAccuracy: z.coerce.number().min(0).max(100_000).optional(),
  placeNote: z.string().trim().max(200).default(''),
}

const input = z.object(placeFields)
/** What a form says about a place. Verbs may call with a part of it. */
export type PlaceInput = Partial<z.output<typeof input>>

/** Kinds of things with plates that have a word of their own (`place.asset.…`). */
export const assetKinds = ['lamp', 'tree', 'bench', 'bin', 'playground', 'fountain', 'busStop', 'recycling'] as const
