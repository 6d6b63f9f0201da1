import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { outsideStates } from './outside.rules.ts'

export type StopRow = {
  id: string
  number: string
  typeId: string
  title: string
  placeLabel: string
  state: string
  stage: string
  priority: number
  lat: number
  lon: number
  dueAt: Date
}

/** Whose reports: of one person (`personId`), and of units; `everybody`: all that are open in town. */
export type Whose = { personId: string | undefined; unitIds: readonly string[]; everybody: boolean }

/** Open reports with a place, at most `limit`: the nearest to `from`, or those that are due first. Read in the order of an index. */
export async function openStops(
  ctx: Ctx,
  { personId, unitIds, everybody }: Whose,
  from: { lat: number; lon: number } | undefined,
  limit: number,
): Promise<StopRow[]> {
  let query = ctx.db
    .selectFrom('services.case as c')
    .select(['c.id', 'c.number', 'c.type_id', 'c.title', 'c.place_label', 'c.state', 'c.stage', 'c.priority', 'c.lat', 'c.lon', 'c.due_at'])
    .where('c.tenant_id', '=', ctx.town.id)
    .where('c.kind', '=', 'report')
    .where('c.closed_at', 'is', null)
    // As the index of open places says it.
    .where(sql<boolean>`c.stage NOT IN ('done', 'ended', 'draft')`)
    .where('c.incident_id', 'is', null)
    .where('c.state', 'in', [...outsideStates])
    .where('c.lat', 'is not', null)
    .limit(limit)
  if (!everybody)
    query = query.where((q) =>
      q.or([...(personId ? [q('c.assignee_id', '=', personId)] : []), ...(unitIds.length > 0 ? [q('c.unit_id', 'in', [...unitIds])] : [])]),
    )
  query = from
    ? query.orderBy(sql`c.location <-> point(${from.lon}::float8, ${from.lat}::float8)`)
    : query.orderBy('c.due_at').orderBy('c.id')
  const rows = await query.execute()
  return rows.flatMap(({ type_id, place_label, due_at, lat, lon, ...row }) =>
    lat === null || lon === null ? [] : [{ ...row, lat, lon, typeId: type_id, placeLabel: place_label, dueAt: due_at }],
  )
}
