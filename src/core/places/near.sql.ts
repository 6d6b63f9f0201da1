import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'
import type { LatLon, RoadOwner } from './place.rules.ts'

type Ring = (readonly [number, number])[]

export type AddressRow = LatLon & {
  id: string
  streetId: string
  street: string
  owner: RoadOwner
  number: number
  suffix: string
  districtId: string | null
  district: string | null
}

const plane = ({ lat, lon }: LatLon) => sql`core.plane(${lat}::float8, ${lon}::float8)`

/** The house nearest to a point, however far. */
export async function nearestHouse(ctx: Ctx, point: LatLon): Promise<AddressRow | undefined> {
  const { rows } = await sql<AddressRow>`
    SELECT a.id, a.street_id AS "streetId", s.name AS street, s.owner, a.number, a.suffix, a.lat, a.lon, a.district_id AS "districtId", d.name AS district
    FROM (SELECT * FROM core.address WHERE tenant_id = ${ctx.town.id} ORDER BY location <-> ${plane(point)} LIMIT 1) a
    JOIN core.street s ON s.tenant_id = a.tenant_id AND s.id = a.street_id
    LEFT JOIN core.district d ON d.tenant_id = a.tenant_id AND d.id = a.district_id`.execute(ctx.db)
  return rows[0]
}

export type PieceRow = { streetId: string; street: string; owner: RoadOwner; line: Ring }

/** The pieces of streets whose boxes are nearest to a point; the nearest line is among them. */
export async function piecesNear(ctx: Ctx, point: LatLon, limit: number): Promise<PieceRow[]> {
  const { rows } = await sql<PieceRow>`
    SELECT p.street_id AS "streetId", s.name AS street, s.owner, p.line
    FROM (SELECT * FROM core.street_piece WHERE tenant_id = ${ctx.town.id} ORDER BY area <-> ${plane(point)} LIMIT ${limit}) p
    JOIN core.street s ON s.tenant_id = p.tenant_id AND s.id = p.street_id`.execute(ctx.db)
  return rows
}

export type DistrictRow = LatLon & { id: string; code: string; name: string; postcode: string | null; population: number | null }

/** Districts whose box contains the point, with their polygons. */
export const districtsAround = (ctx: Ctx, { lat, lon }: LatLon): Promise<(DistrictRow & { polygon: unknown })[]> =>
  ctx.db
    .selectFrom('core.district')
    .select(['id', 'code', 'name', 'postcode', 'population', 'lat', 'lon', 'polygon'])
    .where('tenant_id', '=', ctx.town.id)
    .where('west', '<=', lon)
    .where('east', '>=', lon)
    .where('south', '<=', lat)
    .where('north', '>=', lat)
    .execute()

/** Districts change with an import alone. */
export const allDistricts = (ctx: Ctx): Promise<DistrictRow[]> =>
  kept(ctx, 'places', 'districts', () =>
    ctx.db
      .selectFrom('core.district')
      .select(['id', 'code', 'name', 'postcode', 'population', 'lat', 'lon'])
      .where('tenant_id', '=', ctx.town.id)
      .orderBy(sql`length(code)`)
      .orderBy('code')
      .execute(),
  )

export type AssetRow = LatLon & {
  id: string
  kind: string
  number: string
  name: string | null
  street: string | null
  districtId: string | null
  district: string | null
  attributes: unknown
}

const assets = (ctx: Ctx) =>
  ctx.db
    .selectFrom('core.asset as a')
    .leftJoin('core.district as d', (join) => join.onRef('d.tenant_id', '=', 'a.tenant_id').onRef('d.id', '=', 'a.district_id'))
    .select([
      'a.id',
      'a.kind',
      'a.number',
      'a.name',
      'a.street',
      'a.lat',
      'a.lon',
      'a.district_id as districtId',
      'd.name as district',
      'a.attributes',
    ])
    .where('a.tenant_id', '=', ctx.town.id)

export const assetRow = (ctx: Ctx, id: string): Promise<AssetRow | undefined> => assets(ctx).where('a.id', '=', id).executeTakeFirst()

/** By the number as typed without signs; only the digits where no letters were typed. */
export const assetsByNumber = (ctx: Ctx, asked: { plain: string } | { digits: string; kind?: string }, limit = 10): Promise<AssetRow[]> => {
  const found = 'plain' in asked ? assets(ctx).where('a.plain', '=', asked.plain) : assets(ctx).where('a.digits', '=', asked.digits)
  const ofKind = 'kind' in asked && asked.kind ? found.where('a.kind', '=', asked.kind) : found
  return ofKind.orderBy('a.number').limit(limit).execute()
}

export type AssetFilter = { kind?: string | undefined; districtId?: string | undefined; after?: string | undefined }

/** In the order of their numbers, behind `after`. */
export function assetsInOrder(ctx: Ctx, { kind, districtId, after }: AssetFilter, limit: number): Promise<AssetRow[]> {
  let found = assets(ctx)
  if (kind) found = found.where('a.kind', '=', kind)
  if (districtId) found = found.where('a.district_id', '=', districtId)
  if (after) found = found.where('a.number', '>', after)
  return found.orderBy('a.number').limit(limit).execute()
}

export const assetsOfNumbers = (ctx: Ctx, plain: readonly string[]): Promise<AssetRow[]> =>
  plain.length === 0 ? Promise.resolve([]) : assets(ctx).where('a.plain', 'in', plain).orderBy('a.number').execute()

/** Nearest first. A kind is picked out of the nearest while reading along the index. */
export async function nearestAssets(ctx: Ctx, point: LatLon, kind: string | undefined, limit: number): Promise<AssetRow[]> {
  const { rows } = await sql<AssetRow>`
    SELECT id, kind, number, name, street, lat, lon, district_id AS "districtId", NULL AS district, attributes
    FROM core.asset WHERE tenant_id = ${ctx.town.id} ${kind ? sql`AND kind = ${kind}` : sql``}
    ORDER BY location <-> ${plane(point)} LIMIT ${limit}`.execute(ctx.db)
  return rows
}
