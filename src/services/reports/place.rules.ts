import { z } from 'zod'

export const placeWays = ['map', 'address', 'crossing', 'between', 'landmark', 'asset', 'photo', 'device'] as const
export const roadOwners = ['town', 'district', 'state', 'federal', 'private'] as const
export type RoadOwner = (typeof roadOwners)[number]

/** Where something is, after `resolvePlace` of the places. Degrees (WGS84), metres. */
export const PlaceChoice = z.object({
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  accuracyM: z.number().min(0).max(100_000).optional(),
  way: z.enum(placeWays),
  label: z.string().min(1).max(200),
  street: z.string().max(200).optional(),
  houseNumber: z.string().max(20).optional(),
  roadOwner: z.enum(roadOwners).optional(),
  assetId: z.uuid().optional(),
  districtId: z.uuid().optional(),
  note: z.string().max(500).optional(),
})
export type PlaceChoice = z.output<typeof PlaceChoice>
