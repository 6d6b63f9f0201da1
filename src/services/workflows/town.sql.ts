import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/** The town's units, and who has which role where: at most three of each, more change no proof. */
export async function staffing(ctx: Ctx): Promise<{ units: string[]; people: { unit: string; role: string; personId: string }[] }> {
  const units = await sql<{ code: string }>`
    SELECT code FROM core.organisation WHERE tenant_id = ${ctx.town.id} AND kind IN ('authority', 'department', 'team') AND closed_at IS NULL
    LIMIT 2000`.execute(ctx.db)
  const people = await sql<{ unit: string; role: string; person_id: string }>`
    SELECT unit, role, person_id FROM (
      SELECT o.code AS unit, m.role, m.person_id, row_number() OVER (PARTITION BY o.id, m.role ORDER BY m.since, m.id) AS place
      FROM core.membership m JOIN core.organisation o ON o.tenant_id = m.tenant_id AND o.id = m.organisation_id
      WHERE m.tenant_id = ${ctx.town.id} AND m.until IS NULL AND o.closed_at IS NULL AND o.kind IN ('authority', 'department', 'team')
    ) each WHERE place <= 3 LIMIT 20000`.execute(ctx.db)
  return {
    units: units.rows.map(({ code }) => code),
    people: people.rows.map(({ unit, role, person_id }) => ({ unit, role, personId: person_id })),
  }
}
