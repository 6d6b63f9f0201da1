import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Happened } from '#platform/module.ts'
import type { Stage } from '#platform/process.ts'

/** Something that happened to a case; events of cases carry its number. */
export type News = Happened & { number: string; title: string; placeLabel: string; state: string; stage: Stage }

type Row = {
  id: string
  kind: string
  audience: Happened['audience']
  at: Date
  actor_kind: string
  actor_person_id: string | null
  actor_role: string
  data: Record<string, unknown>
  case_id: string
  number: string
  title: string
  place_label: string
  state: string
  stage: Stage
}

/** So many events are looked through for those of the units: the work stays the same however old the town is. */
const LOOKED_THROUGH = 400

/**
 * The newest events about cases of these units (of all, if none are named), newest first. The number is taken out of the event inside: below
 * row-level security the index of cases is only asked for a plain value, and without it all cases were read for 400 events.
 */
export async function newsOf(ctx: Ctx, unitIds: readonly string[] | undefined, limit: number): Promise<News[]> {
  // Applications are for the units that have them.
  const ofUnits = unitIds ? sql`AND c.unit_id = ANY(${[...unitIds]}::uuid[])` : sql`AND c.kind = 'report'`
  const { rows } = await sql<Row>`
    SELECT e.id, e.kind, e.audience, e.at, e.actor_kind, e.actor_person_id, e.actor_role, e.data,
      c.id AS case_id, c.number, c.title, c.place_label, c.state, c.stage
    FROM (
      SELECT *, data->>'number' AS case_number FROM core.event WHERE tenant_id = ${ctx.town.id} ORDER BY id DESC LIMIT ${sql.lit(LOOKED_THROUGH)}) e
    JOIN services.case c ON c.tenant_id = ${ctx.town.id} AND c.number = e.case_number ${ofUnits}
    ORDER BY e.id DESC LIMIT ${limit}`.execute(ctx.db)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    audience: row.audience,
    at: row.at,
    actor: { kind: row.actor_kind, personId: row.actor_person_id, role: row.actor_role },
    data: row.data,
    about: [{ type: 'case', id: row.case_id }],
    number: row.number,
    title: row.title,
    placeLabel: row.place_label,
    state: row.state,
    stage: row.stage,
  }))
}
