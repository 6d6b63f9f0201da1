import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Stage } from '#platform/process.ts'

export type NearRow = {
  id: string
  number: string
  typeId: string
  title: string
  placeLabel: string
  publicText: string
  state: string
  stage: Stage
  assetId: string | undefined
  lat: number
  lon: number
  receivedAt: Date
  closedAt: Date | undefined
  supportCount: number
  /** The report that it rests at. */
  incidentId: string | undefined
}

/** West, south, east, north of a box around a point that holds everything within `metres`. */
function cornersAround(lat: number, lon: number, metres: number): [number, number, number, number] {
  const north = metres / 111_320
  const east = north / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
  return [lon - east, lat - north, lon + east, lat + north]
}

const boxAround = (...around: Parameters<typeof cornersAround>) => {
  const [west, south, east, north] = cornersAround(...around)
  return sql`box(point(${west}::float8, ${south}::float8), point(${east}::float8, ${north}::float8))`
}

const rowsFor = (ctx: Ctx) =>
  ctx.db
    .selectFrom('services.case as c')
    .select([
      'c.id',
      'c.number',
      'c.type_id as typeId',
      'c.title',
      'c.place_label as placeLabel',
      'c.public_text as publicText',
      'c.state',
      'c.stage',
      'c.asset_id as assetId',
      'c.lat',
      'c.lon',
      'c.received_at as receivedAt',
      'c.closed_at as closedAt',
      'c.support_count as supportCount',
      'c.incident_id as incidentId',
    ])
    .where('c.tenant_id', '=', ctx.town.id)
    .where('c.kind', '=', 'report')

type Raw = Awaited<ReturnType<ReturnType<typeof rowsFor>['execute']>>[number]

const nearOf = ({ lat, lon, stage, assetId, closedAt, incidentId, ...row }: Raw): NearRow => ({
  ...row,
  // The table's check allows no other words.
  stage: stage as Stage,
  assetId: assetId ?? undefined,
  closedAt: closedAt ?? undefined,
  incidentId: incidentId ?? undefined,
  lat: lat ?? 0,
  lon: lon ?? 0,
})

// Written out, not as parameters: the plan that a connection keeps can use the index of open ones only if it sees its condition.
const stillOpen = sql<boolean>`c.stage NOT IN ('done', 'ended', 'draft')`

/** Open, published reports within `metres`. */
export async function openReportsNear(
  ctx: Ctx,
  { lat, lon }: { lat: number; lon: number },
  metres: number,
  limit: number,
): Promise<NearRow[]> {
  const rows = await rowsFor(ctx)
    .where('c.published', '=', sql.lit(true))
    .where('c.incident_id', 'is', null)
    .where(stillOpen)
    .where(sql<boolean>`c.location <@ ${boxAround(lat, lon, metres)}`)
    .orderBy(sql`c.location <-> point(${lon}::float8, ${lat}::float8)`)
    .limit(limit)
    .execute()
  return rows.map(nearOf)
}

/** Open, published reports about this asset, wherever it was pointed to. */
export async function openReportsAt(ctx: Ctx, assetId: string, limit: number): Promise<NearRow[]> {
  const rows = await rowsFor(ctx)
    .where('c.published', '=', sql.lit(true))
    .where('c.incident_id', 'is', null)
    .where(stillOpen)
    .where('c.asset_id', '=', assetId)
    .orderBy('c.received_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(nearOf)
}

/** So many of the nearest are looked at; a busy crossing has more than anybody reads. */
const NEAREST = 200

export type Around = { id: string; lat: number; lon: number; assetId: string | undefined; metres: number }

/** For each of these cases all reports within `metres` of it or at the same asset, newest first: what the place remembers. For staff. */
export async function historyAround(ctx: Ctx, places: readonly Around[]): Promise<Map<string, NearRow[]>> {
  if (places.length === 0) return new Map()
  const others = () => rowsFor(ctx).where('c.id', '!=', sql<string>`p.id`).where('c.stage', '!=', 'draft')
  // Ordered by distance, so that the index of places is read; ordered by time, the database would read the whole list.
  const near = others()
    .where(sql<boolean>`c.location <@ box(point(p.west, p.south), point(p.east, p.north))`)
    .orderBy(sql`c.location <-> point(p.lon, p.lat)`)
    .limit(NEAREST)
  const same = others().where('c.asset_id', '=', sql<string>`p.asset`).orderBy('c.received_at', 'desc').limit(SHOWN)
  const boxes = places.map(({ lat, lon, metres }) => cornersAround(lat, lon, metres))
  const { rows } = await sql<Raw & { of: string }>`
    SELECT p.id AS of, n.* FROM unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ lat }) => lat)}::float8[],
      ${places.map(({ lon }) => lon)}::float8[], ${places.map(({ assetId }) => assetId ?? null)}::uuid[], ${boxes.map(([west]) => west)}::float8[],
      ${boxes.map(([, south]) => south)}::float8[], ${boxes.map(([, , east]) => east)}::float8[], ${boxes.map(([, , , north]) => north)}::float8[])
      AS p(id, lat, lon, asset, west, south, east, north)
    CROSS JOIN LATERAL (${near} UNION ${same} ORDER BY "receivedAt" DESC LIMIT ${sql.lit(SHOWN)}) n`.execute(ctx.db)
  const found = new Map<string, NearRow[]>(places.map(({ id }) => [id, []]))
  for (const { of, ...row } of rows) found.get(of)?.push(nearOf(row))
  return found
}

const SHOWN = 30
