import { z } from 'zod'

export const paces = ['now', 'daily', 'weekly'] as const
export type Pace = (typeof paces)[number]

/** Metres around a place that can be chosen. */
export const radii = [100, 250, 500, 1000, 2000, 5000] as const

/** At most so many for one reader (domain-citizen-services, section 14). */
export const MOST = 20

/** What somebody wants to hear of; what is left out is not asked. */
export type Wanted = {
  districtId?: string | undefined
  categoryId?: string | undefined
  assetId?: string | undefined
  around?: { lat: number; lon: number; radiusM: number } | undefined
}

export type Subscription = Wanted & {
  id: string
  personId: string | undefined
  email: string | undefined
  confirmedAt: Date | undefined
  locale: 'de' | 'en'
  pace: Pace
  placeLabel: string
  since: Date
}

/** A new report, as far as it decides who hears of it. */
export type NewReport = {
  districtId?: string | undefined
  categoryId: string
  assetId?: string | undefined
  lat?: number | undefined
  lon?: number | undefined
}

const METRES_PER_DEGREE = 111_320
/** Squares of these edges in degrees of latitude: each circle is kept in the smallest whose edge is at least its diameter. */
const edges = [0.002, 0.008, 0.03, 0.1] as const

const any = '*'
const areaKey = (district: string, category: string) => `d ${district} ${category}`
const squareKey = (level: number, x: number, y: number, category: string) => `s ${level} ${x} ${y} ${category}`
const assetKey = (asset: string, category: string) => `a ${asset} ${category}`

/** Degrees of longitude are stretched by one factor for a whole band of latitude, so that squares of one level meet without gaps. */
const stretchAt = (row: number, edge: number): number => Math.max(0.05, Math.cos(((row + 0.5) * edge * Math.PI) / 180))
const columnOf = (lon: number, row: number, edge: number): number => Math.floor((lon * stretchAt(row, edge)) / edge)

/** The keys under which a subscription is kept: one, or those of the few squares that its circle touches. */
export function keysOf({ districtId, categoryId, assetId, around }: Wanted): string[] {
  const category = categoryId ?? any
  if (assetId) return [assetKey(assetId, category)]
  if (!around) return [areaKey(districtId ?? any, category)]
  const { lat, lon, radiusM } = around
  // A little more than the circle, so that rounding loses nobody; the exact distance is asked afterwards.
  const north = (radiusM * 1.02) / METRES_PER_DEGREE
  const level = Math.max(
    0,
    edges.findIndex((edge) => edge >= 2 * north),
  )
  const edge = edges[level]!
  const east = north / Math.max(0.05, Math.cos(((Math.abs(lat) + north) * Math.PI) / 180))
  const keys: string[] = []
  for (let row = Math.floor((lat - north) / edge); row <= Math.floor((lat + north) / edge); row++)
    for (let column = columnOf(lon - east, row, edge); column <= columnOf(lon + east, row, edge); column++)
      keys.push(squareKey(level, column, row, category))
  return keys
}

/** The keys that a report is looked up by; every subscription it matches has at least one of them. */
export function keysFor({ districtId, categoryId, assetId, lat, lon }: NewReport): string[] {
  const categories = [any, categoryId]
  const areas = districtId ? [any, districtId] : [any]
  const keys = areas.flatMap((area) => categories.map((category) => areaKey(area, category)))
  if (assetId) keys.push(...categories.map((category) => assetKey(assetId, category)))
  if (lat === undefined || lon === undefined) return keys
  for (const [level, edge] of edges.entries()) {
    const row = Math.floor(lat / edge)
    keys.push(...categories.map((category) => squareKey(level, columnOf(lon, row, edge), row, category)))
  }
  return keys
}

/** Metres between two points of one town, on a plane. */
export function metresApart(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const north = (a.lat - b.lat) * METRES_PER_DEGREE
  const east = (a.lon - b.lon) * METRES_PER_DEGREE * Math.cos((((a.lat + b.lat) / 2) * Math.PI) / 180)
  return Math.hypot(north, east)
}

/** Whether a report is among what is wanted. The database asks the same (subscription.sql.ts). */
export const matches = ({ districtId, categoryId, assetId, around }: Wanted, report: NewReport): boolean =>
  (!categoryId || categoryId === report.categoryId) &&
  (!districtId || districtId === report.districtId) &&
  (!assetId || assetId === report.assetId) &&
  (!around ||
    (report.lat !== undefined && report.lon !== undefined && metresApart(around, { lat: report.lat, lon: report.lon }) <= around.radiusM))

const blank = (value: unknown) => (value === '' ? undefined : value)

/** What the form says; the place of a circle comes beside it (placeFields). */
export const SubscriptionFields = z.object({
  was: z.enum(['gebiet', 'umkreis', 'objekt']).default('gebiet'),
  ortsteil: z.preprocess(blank, z.string().max(60).optional()),
  art: z.preprocess(blank, z.string().max(60).optional()),
  umkreis: z.coerce
    .number()
    .refine((metres) => radii.some((one) => one === metres))
    .default(500),
  objekt: z.preprocess(blank, z.string().trim().max(20).optional()),
  wann: z.enum(paces).default('now'),
  email: z.preprocess(blank, z.email().max(320).optional()),
})
export type SubscriptionFields = z.output<typeof SubscriptionFields>
