import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { AddressRow } from './near.sql.ts'
import type { LatLon, RoadOwner } from './place.rules.ts'

export type NameRow = LatLon & {
  asked: string
  kind: 'street' | 'landmark' | 'district' | 'asset'
  id: string
  name: string
  folded: string
  districtId: string | null
  district: string | null
  reachM: number
}

/** For each of the folded phrases the `each` names most like it, by the whole and by its parts; to be scored by `nameScore`. */
export async function namesLike(ctx: Ctx, phrases: readonly string[], each: number): Promise<NameRow[]> {
  const like = (distance: '<->' | '<->>') => sql`
    SELECT n.kind, n.subject_id, n.name, n.folded, n.district, n.district_id, n.lat, n.lon, n.reach_m
    FROM core.place_name n WHERE n.tenant_id = ${ctx.town.id} ORDER BY n.folded ${sql.raw(distance)} p.asked LIMIT ${each}`
  const { rows } = await sql<NameRow>`
    SELECT p.asked, f.kind, f.subject_id AS id, f.name, f.folded, f.district, f.district_id AS "districtId", f.lat, f.lon, f.reach_m AS "reachM"
    FROM unnest(${phrases}::text[]) AS p(asked) CROSS JOIN LATERAL ((${like('<->')}) UNION (${like('<->>')})) f`.execute(ctx.db)
  return rows
}

/** The names that are exactly one of the folded phrases. */
export async function namesEqual(ctx: Ctx, phrases: readonly string[]): Promise<NameRow[]> {
  if (phrases.length === 0) return []
  const { rows } = await sql<NameRow>`
    SELECT n.folded AS asked, n.kind, n.subject_id AS id, n.name, n.folded, n.district, n.district_id AS "districtId", n.lat, n.lon, n.reach_m AS "reachM"
    FROM core.place_name n WHERE n.tenant_id = ${ctx.town.id} AND n.folded = ANY(${phrases}::text[]) LIMIT 40`.execute(ctx.db)
  return rows
}

const addressColumns = sql`a.id, a.street_id AS "streetId", s.name AS street, s.owner, a.number, a.suffix, a.lat, a.lon,
  a.district_id AS "districtId", d.name AS district`
const addressTables = sql`core.address a
  JOIN core.street s ON s.tenant_id = a.tenant_id AND s.id = a.street_id
  LEFT JOIN core.district d ON d.tenant_id = a.tenant_id AND d.id = a.district_id`

/** Houses of some streets whose numbers lie from `from` to `to`. */
export async function houses(ctx: Ctx, streetIds: readonly string[], from: number, to: number): Promise<AddressRow[]> {
  const { rows } = await sql<AddressRow>`
    SELECT ${addressColumns} FROM ${addressTables}
    WHERE a.tenant_id = ${ctx.town.id} AND a.street_id = ANY(${streetIds}::uuid[]) AND a.number BETWEEN ${from} AND ${to}
    ORDER BY a.number, a.suffix LIMIT 400`.execute(ctx.db)
  return rows
}

export async function houseById(ctx: Ctx, id: string): Promise<AddressRow | undefined> {
  const { rows } =
    await sql<AddressRow>`SELECT ${addressColumns} FROM ${addressTables} WHERE a.tenant_id = ${ctx.town.id} AND a.id = ${id}`.execute(
      ctx.db,
    )
  return rows[0]
}

export type CrossingRow = LatLon & {
  id: string
  aId: string
  bId: string
  a: string
  b: string
  owner: RoadOwner
  otherOwner: RoadOwner
  districtId: string | null
  district: string | null
}

const crossingColumns = sql`c.id, c.street_a_id AS "aId", c.street_b_id AS "bId", a.name AS a, b.name AS b, a.owner, b.owner AS "otherOwner",
  c.lat, c.lon, c.district_id AS "districtId", d.name AS district`
const crossingTables = sql`core.crossing c
  JOIN core.street a ON a.tenant_id = c.tenant_id AND a.id = c.street_a_id
  JOIN core.street b ON b.tenant_id = c.tenant_id AND b.id = c.street_b_id
  LEFT JOIN core.district d ON d.tenant_id = c.tenant_id AND d.id = c.district_id`

/** Crossings of any two of the streets. */
export async function crossingsAmong(ctx: Ctx, streetIds: readonly string[]): Promise<CrossingRow[]> {
  const { rows } = await sql<CrossingRow>`
    SELECT ${crossingColumns} FROM ${crossingTables}
    WHERE c.tenant_id = ${ctx.town.id} AND c.street_a_id = ANY(${streetIds}::uuid[]) AND c.street_b_id = ANY(${streetIds}::uuid[])
    ORDER BY c.nth LIMIT 200`.execute(ctx.db)
  return rows
}

export async function crossingById(ctx: Ctx, id: string): Promise<CrossingRow | undefined> {
  const { rows } =
    await sql<CrossingRow>`SELECT ${crossingColumns} FROM ${crossingTables} WHERE c.tenant_id = ${ctx.town.id} AND c.id = ${id}`.execute(
      ctx.db,
    )
  return rows[0]
}

/** A name's place by what it names. */
export const namedById = (ctx: Ctx, kind: NameRow['kind'], id: string) =>
  ctx.db
    .selectFrom('core.place_name')
    .select(['kind', 'subject_id as id', 'name', 'folded', 'district', 'district_id as districtId', 'lat', 'lon', 'reach_m as reachM'])
    .where('tenant_id', '=', ctx.town.id)
    .where('kind', '=', kind)
    .where('subject_id', '=', id)
    .limit(1)
    .executeTakeFirst()
