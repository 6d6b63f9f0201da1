import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Stage } from '#platform/process.ts'

export type Picked = {
  id: string
  number: string
  typeId: string
  title: string
  placeLabel: string
  state: string
  stage: Stage
  unitId: string | undefined
  dueAt: Date
  closedAt: Date | undefined
}

/** The reports with these numbers, in the order they were given. */
export async function reportsByNumber(ctx: Ctx, numbers: readonly string[]): Promise<Picked[]> {
  if (numbers.length === 0) return []
  const rows = await ctx.db
    .selectFrom('services.case')
    .select(['id', 'number', 'type_id', 'title', 'place_label', 'state', 'stage', 'unit_id', 'due_at', 'closed_at'])
    .where('tenant_id', '=', ctx.town.id)
    .where('kind', '=', 'report')
    .where('number', 'in', [...new Set(numbers)])
    .execute()
  const known = new Map(rows.map((row) => [row.number, row]))
  return [...new Set(numbers)].flatMap((number) => {
    const row = known.get(number)
    return row
      ? {
          id: row.id,
          number,
          typeId: row.type_id,
          title: row.title,
          placeLabel: row.place_label,
          state: row.state,
          stage: row.stage as Stage,
          unitId: row.unit_id ?? undefined,
          dueAt: row.due_at,
          closedAt: row.closed_at ?? undefined,
        }
      : []
  })
}

/** How many take part in a case, how many of them can be told, and in which language its reporter reads. */
export type Reach = { parties: number; told: number; locale: 'de' | 'en' }

/** With those who take part in reports that rest there: what is said is said to them, too. `followers`: also those who only follow; they read public words and no messages. */
export async function reachOf(ctx: Ctx, caseIds: readonly string[], followers: boolean): Promise<Map<string, Reach>> {
  if (caseIds.length === 0) return new Map()
  const { rows } = await sql<{ case_id: string } & Reach>`
    SELECT asked.id AS case_id, count(DISTINCT p.reader)::int AS parties,
      count(DISTINCT p.reader) FILTER (WHERE p.person_id IS NOT NULL OR (p.email IS NOT NULL AND p.email_confirmed_at IS NOT NULL))::int AS told,
      CASE WHEN bool_or(p.case_id = asked.id AND p.role IN ('reporter', 'applicant') AND p.locale = 'en') THEN 'en' ELSE 'de' END AS locale
    FROM unnest(${[...caseIds]}::uuid[]) AS asked (id)
    CROSS JOIN LATERAL (
      SELECT asked.id UNION ALL SELECT m.id FROM services.case m WHERE m.tenant_id = ${ctx.town.id} AND m.incident_id = asked.id) one (id)
    JOIN LATERAL (
      SELECT *, coalesce(person_id::text, email, id::text) AS reader FROM services.case_party
      WHERE tenant_id = ${ctx.town.id} AND case_id = one.id AND until IS NULL AND (${followers} OR role <> 'subscriber')) p ON true
    GROUP BY asked.id`.execute(ctx.db)
  return new Map(rows.map(({ case_id, ...reach }) => [case_id, reach]))
}
