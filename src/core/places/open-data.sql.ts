import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { DataSet } from '#platform/open-data/data-set.ts'

type Rows = DataSet['rows']
/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000'

/** How many districts and streets there are, and things of each kind. */
export async function placeCounts(ctx: Ctx): Promise<{ districts: number; streets: number; assets: Map<string, number> }> {
  const { rows } = await sql<{ kind: string | null; n: number }>`
    SELECT 'district' AS kind, count(*)::int AS n FROM core.district WHERE tenant_id = ${ctx.town.id}
    UNION ALL SELECT 'street', count(*)::int FROM core.street WHERE tenant_id = ${ctx.town.id}
    UNION ALL SELECT 'asset ' || kind, count(*)::int FROM core.asset WHERE tenant_id = ${ctx.town.id} GROUP BY kind`.execute(ctx.db)
  const counts = new Map(rows.map(({ kind, n }) => [kind, n]))
  return {
    districts: counts.get('district') ?? 0,
    streets: counts.get('street') ?? 0,
    assets: new Map(rows.flatMap(({ kind, n }) => (kind?.startsWith('asset ') ? [[kind.slice(6), n]] : []))),
  }
}

export const districtRows: Rows = (ctx, after, limit) => sql`
  SELECT code AS key, code, name, postcode, population, lat AS latitude, lon AS longitude, '/orte/district:' || id AS address,
    jsonb_build_object('type', 'Polygon', 'coordinates', polygon) AS shape
  FROM core.district WHERE tenant_id = ${ctx.town.id} AND code > ${after} ORDER BY code LIMIT ${limit}`

export const streetRows: Rows = (ctx, after, limit) => sql`
  SELECT s.id AS key, s.id::text AS id, s.name, s.ref AS road_number, s.class, s.owner, s.postcode, d.code AS district, s.lat AS latitude,
    s.lon AS longitude, '/orte/street:' || s.id AS address, jsonb_build_object('type', 'MultiLineString', 'coordinates', s.lines) AS shape
  FROM (SELECT * FROM core.street WHERE tenant_id = ${ctx.town.id} AND id > ${after || FIRST}::uuid ORDER BY id LIMIT ${limit}) s
  LEFT JOIN core.district d ON d.tenant_id = ${ctx.town.id} AND d.id = s.district_id`

/** Of what else is known about a thing only the species of trees is public. */
export const assetRows =
  (kind: string): Rows =>
  (ctx, after, limit) =>
    sql`
    SELECT a.number AS key, a.number, a.name, a.street, d.code AS district, a.lat AS latitude, a.lon AS longitude, '/objekte/' || a.id AS address,
      a.attributes->'species'->>'de' AS species, a.attributes->'species'->>'botanical' AS species_botanical
    FROM (
      SELECT * FROM core.asset WHERE tenant_id = ${ctx.town.id} AND kind = ${kind} AND number > ${after} ORDER BY number LIMIT ${limit}) a
    LEFT JOIN core.district d ON d.tenant_id = ${ctx.town.id} AND d.id = a.district_id`
