import type { Ctx } from '#platform/context.ts'
import { uuidPattern } from '#platform/ids.ts'
import { inPolygon, metresBetween, metresToLine } from './geometry.rules.ts'
import {
  type AssetFilter,
  type AssetRow,
  allDistricts,
  assetRow,
  assetsByNumber,
  assetsInOrder,
  assetsOfNumbers,
  type DistrictRow,
  districtsAround,
  nearestAssets,
  nearestHouse,
  piecesNear,
} from './near.sql.ts'
import type { LatLon, RoadOwner } from './place.rules.ts'
import { plainNumber } from './words.rules.ts'

export type District = LatLon & {
  id: string
  code: string
  name: string
  postcode: string | undefined
  population: number | undefined
}

export type NearAddress = LatLon & {
  id: string
  /** "Lindenstraße 12a" */
  label: string
  street: string
  houseNumber: string
  /** Of the street that the house belongs to. */
  roadOwner: RoadOwner
  districtId: string | undefined
  district: string | undefined
  distanceM: number
}

/** A thing with a plate: lamp, tree, bench, bin, playground, fountain, bus stop, recycling point. */
export type Asset = LatLon & {
  id: string
  kind: string
  /** As on the plate: `L-10234`. */
  number: string
  name: string | undefined
  street: string | undefined
  districtId: string | undefined
  attributes: Record<string, unknown>
}

/** The nearest house within `withinM` metres. */
export async function nearestAddress(ctx: Ctx, point: LatLon, withinM = 250): Promise<NearAddress | undefined> {
  const house = await nearestHouse(ctx, point)
  const distanceM = house ? metresBetween(house, point) : Number.POSITIVE_INFINITY
  if (!house || distanceM > withinM) return undefined
  const houseNumber = `${house.number}${house.suffix}`
  return {
    id: house.id,
    label: `${house.street} ${houseNumber}`,
    street: house.street,
    houseNumber,
    roadOwner: house.owner,
    lat: house.lat,
    lon: house.lon,
    districtId: house.districtId ?? undefined,
    district: house.district ?? undefined,
    distanceM,
  }
}

/** So many boxes of street pieces are looked at for the nearest line. */
const PIECES = 24

export type Road = { streetId: string; street: string; owner: RoadOwner; distanceM: number }

/** The road at a point: the nearest within `withinM` metres, with who maintains it. */
export async function roadAt(ctx: Ctx, point: LatLon, withinM = 40): Promise<Road | undefined> {
  let nearest: Road | undefined
  for (const { line, ...road } of await piecesNear(ctx, point, PIECES)) {
    const distanceM = metresToLine(point, line)
    if (distanceM <= withinM && distanceM < (nearest?.distanceM ?? Number.POSITIVE_INFINITY)) nearest = { ...road, distanceM }
  }
  return nearest
}

/** The district that contains the point; undefined outside the town. */
export async function districtAt(ctx: Ctx, point: LatLon): Promise<District | undefined> {
  const found = (await districtsAround(ctx, point)).find(({ polygon }) => inPolygon(point, polygon as [number, number][][]))
  return found && districtOf(found)
}

/** All districts of the town, in the order of their codes; for filters and routing. */
export const districtsOf = async (ctx: Ctx): Promise<District[]> => (await allDistricts(ctx)).map(districtOf)

const districtOf = ({ id, code, name, postcode, population, lat, lon }: DistrictRow): District => ({
  id,
  code,
  name,
  postcode: postcode ?? undefined,
  population: population ?? undefined,
  lat,
  lon,
})

/** Things with a plate near a point, nearest first. */
export async function assetsNear(
  ctx: Ctx,
  point: LatLon,
  { kind, withinM = 60, limit = 10 }: { kind?: string; withinM?: number; limit?: number } = {},
): Promise<(Asset & { distanceM: number })[]> {
  const rows = await nearestAssets(ctx, point, kind, limit)
  return rows.map((row) => ({ ...assetOf(row), distanceM: metresBetween(row, point) })).filter(({ distanceM }) => distanceM <= withinM)
}

/** `L-10234`, also written `l 10234`. */
export async function assetByNumber(ctx: Ctx, number: string): Promise<Asset | undefined> {
  const [row] = await assetsByNumber(ctx, { plain: plainNumber(number) }, 1)
  return row && assetOf(row)
}

export async function assetById(ctx: Ctx, id: string): Promise<Asset | undefined> {
  const row = uuidPattern.test(id) ? await assetRow(ctx, id) : undefined
  return row && assetOf(row)
}

/** Things of a kind, of a district or both in the order of their numbers, behind `after`. */
export const assetsOf = async (ctx: Ctx, filter: AssetFilter, limit: number): Promise<Asset[]> =>
  (await assetsInOrder(ctx, filter, limit)).map(assetOf)

/** Things by the numbers on their plates, as typed; and what was typed that no thing has. */
export async function assetsByNumbers(ctx: Ctx, numbers: readonly string[]): Promise<{ assets: Asset[]; unknown: string[] }> {
  const rows = await assetsOfNumbers(ctx, [...new Set(numbers.map(plainNumber))])
  const found = new Set(rows.map(({ number }) => plainNumber(number)))
  return { assets: rows.map(assetOf), unknown: numbers.filter((typed) => !found.has(plainNumber(typed))) }
}

const assetOf = (row: AssetRow): Asset => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  name: row.name ?? undefined,
  street: row.street ?? undefined,
  districtId: row.districtId ?? undefined,
  attributes: row.attributes as Record<string, unknown>,
  lat: row.lat,
  lon: row.lon,
})
