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

/** A box around a point that holds everything within `metres`. */
const boxAround = (lat: number, lon: number, metres: number) => {
  const north = metres / 111_320
  const east = north / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
  return sql`box(point(${lon - east}::float8, ${lat - north}::float8), point(${lon + east}::float8, ${lat + north}::float8))`
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

/** All reports within `metres` or at the same asset, newest first: what the place remembers. For staff. */
export async function historyAround(
  ctx: Ctx,
  { id, lat, lon, assetId }: { id: string; lat: number; lon: number; assetId: string | undefined },
  metres: number,
): Promise<NearRow[]> {
  const others = () => rowsFor(ctx).where('c.id', '!=', id).where('c.stage', '!=', 'draft')
  // Ordered by distance, so that the index of places is read; ordered by time, the database would read the whole list.
  const near = await others()
    .where(sql<boolean>`c.location <@ ${boxAround(lat, lon, metres)}`)
    .orderBy(sql`c.location <-> point(${lon}::float8, ${lat}::float8)`)
    .limit(NEAREST)
    .execute()
  const same = assetId ? await others().where('c.asset_id', '=', assetId).orderBy('c.received_at', 'desc').limit(SHOWN).execute() : []
  return [...new Map([...same, ...near].map((row) => [row.id, row])).values()]
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())
    .slice(0, SHOWN)
    .map(nearOf)
}

const SHOWN = 30
