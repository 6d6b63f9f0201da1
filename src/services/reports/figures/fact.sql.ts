import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/** Takes the oldest changes away; the cases they are about, each once. `taken` counts the changes. */
export async function takeChanges(ctx: Ctx, limit: number): Promise<{ taken: number; caseIds: string[] }> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM services.case_change WHERE tenant_id = ${ctx.town.id} AND id IN (
      SELECT id FROM services.case_change WHERE tenant_id = ${ctx.town.id} ORDER BY id LIMIT ${limit})
    RETURNING case_id AS id`.execute(ctx.db)
  return { taken: rows.length, caseIds: [...new Set(rows.map(({ id }) => id))] }
}

type Months = { received_month: string; first_done_month: string | null; closed_month: string | null; due_month: string | null }
const monthsIn = (row: Months) => [row.received_month, row.first_done_month, row.closed_month, row.due_month]

/** Makes the facts of these cases anew from what is there now. Returns the months that count otherwise than before. */
export async function refreshFacts(ctx: Ctx, caseIds: readonly string[]): Promise<string[]> {
  const before = await factsOf(ctx, caseIds)
  const written = await writeFacts(ctx, caseIds)
  const removed = await removeFacts(ctx, caseIds)
  await forgetPlaces(ctx, caseIds)
  const changed = new Set([...written, ...removed].map(({ case_id }) => case_id))
  const counted = [...before.filter(({ case_id }) => changed.has(case_id)), ...written, ...removed]
  return [...new Set(counted.flatMap(monthsIn).filter((month) => month !== null))]
}

type Fact = Months & { case_id: string }

const factsOf = (ctx: Ctx, caseIds: readonly string[]): Promise<Fact[]> =>
  ctx.db
    .selectFrom('services.report_fact')
    .select(['case_id', 'received_month', 'first_done_month', 'closed_month', 'due_month'])
    .where('tenant_id', '=', ctx.town.id)
    .where('case_id', 'in', [...caseIds])
    .execute()

/** Kinds of events that the facts are made from. After a question any of them ends the time in which it was the reporter's turn. */
const kinds = [
  'assignment.accepted',
  'question.asked',
  'question.answered',
  'question.expired',
  'work.done',
  'report.ended',
  'report.reopened',
  'veto.raised',
]

/**
 * Writes what differs, and returns that. A team or department is named only after it has accepted, as on the report's page. One that
 * rests at another of the same damage is a double as long as it does. `OFFSET 0` makes the database look up row by row through the
 * keys: its guesses about tables that were just filled have led it to read all events for each report.
 */
async function writeFacts(ctx: Ctx, caseIds: readonly string[]): Promise<Fact[]> {
  const { id: town, timeZone } = ctx.town
  const month = (column: string) => sql`to_char(${sql.ref(column)} AT TIME ZONE ${timeZone}, 'YYYY-MM')`
  const { rows } = await sql<Fact>`
    WITH fact AS (
      SELECT c.id AS case_id, c.number, c.type_id AS category_id, c.district_id,
        CASE WHEN c.state NOT IN ('new', 'triage', 'assigned') THEN c.unit_id END AS unit_id,
        CASE WHEN c.incident_id IS NOT NULL THEN 'ended' WHEN c.stage = 'yourTurn' THEN 'inProgress' ELSE c.stage END AS stage,
        date_trunc('second', c.received_at) AS received_at, date_trunc('second', life.accepted_at) AS accepted_at,
        date_trunc('second', coalesce(life.first_done_at, CASE WHEN c.stage = 'done' THEN c.closed_at END)) AS first_done_at,
        date_trunc('second', CASE WHEN c.incident_id IS NULL THEN c.closed_at ELSE coalesce(m.since, c.updated_at) END) AS closed_at,
        CASE WHEN c.incident_id IS NOT NULL THEN 'duplicate' WHEN c.stage = 'ended' THEN r.end_reason END AS end_reason,
        coalesce(life.stopped, 0) AS stopped_seconds,
        CASE WHEN p.level = 'norm' THEN 'target' WHEN p.level IS NOT NULL THEN 'experience' END AS promise_basis,
        p.due_on AS promise_due_on, CASE WHEN p.outcome IN ('kept', 'broken', 'void') THEN p.outcome END AS promise_outcome, p.unit_id AS promise_unit_id,
        coalesce(life.objections, 0) AS objections, coalesce(life.reopenings, 0) AS reopenings, c.lat, c.lon
      FROM unnest(${[...caseIds]}::uuid[]) AS asked (id)
      JOIN LATERAL (
        SELECT * FROM services.case c WHERE c.tenant_id = ${town} AND c.id = asked.id AND c.published AND c.stage <> 'draft' OFFSET 0) c ON true
      JOIN LATERAL (SELECT r.end_reason FROM services.report r WHERE r.tenant_id = ${town} AND r.case_id = c.id OFFSET 0) r ON true
      LEFT JOIN LATERAL (
        SELECT m.since FROM services.incident_member m WHERE m.tenant_id = ${town} AND m.case_id = c.id AND m.until IS NULL OFFSET 0) m ON true
      LEFT JOIN LATERAL (
        SELECT p.level, p.due_on, p.outcome, p.unit_id FROM services.promise p WHERE p.tenant_id = ${town} AND p.case_id = c.id OFFSET 0) p ON true
      CROSS JOIN LATERAL (
        SELECT
          min(at) FILTER (WHERE kind = 'assignment.accepted') AS accepted_at,
          min(at) FILTER (WHERE kind = 'work.done') AS first_done_at,
          (count(*) FILTER (WHERE kind = 'veto.raised'))::int AS objections,
          (count(*) FILTER (WHERE kind = 'report.reopened' AND came_from = 'done'))::int AS reopenings,
          (sum(extract(epoch FROM date_trunc('second', next_at) - date_trunc('second', at))) FILTER (WHERE kind = 'question.asked'))::int AS stopped
        FROM (
          SELECT e.kind, e.at, e.data->>'from' AS came_from, lead(e.at) OVER (ORDER BY e.at, e.id) AS next_at
          FROM core.event_subject s
          CROSS JOIN LATERAL (SELECT * FROM core.event e WHERE e.tenant_id = ${town} AND e.id = s.event_id OFFSET 0) e
          WHERE s.tenant_id = ${town} AND s.subject_type = 'case' AND s.subject_id = c.id
            AND e.kind = ANY(${kinds}) AND e.data->>'number' = c.number) told
      ) life
    )
    INSERT INTO services.report_fact AS known (tenant_id, case_id, number, category_id, district_id, unit_id, stage, received_at, accepted_at,
      first_done_at, closed_at, end_reason, stopped_seconds, promise_basis, promise_due_on, promise_outcome, promise_unit_id, objections,
      reopenings, lat, lon, received_month, first_done_month, closed_month, due_month)
    SELECT ${town}, fact.*, ${month('received_at')}, ${month('first_done_at')}, ${month('closed_at')}, to_char(promise_due_on, 'YYYY-MM') FROM fact
    ON CONFLICT (tenant_id, case_id) DO UPDATE SET number = excluded.number, category_id = excluded.category_id, district_id = excluded.district_id,
      unit_id = excluded.unit_id, stage = excluded.stage, received_at = excluded.received_at, accepted_at = excluded.accepted_at,
      first_done_at = excluded.first_done_at, closed_at = excluded.closed_at, end_reason = excluded.end_reason,
      stopped_seconds = excluded.stopped_seconds, promise_basis = excluded.promise_basis, promise_due_on = excluded.promise_due_on,
      promise_outcome = excluded.promise_outcome, promise_unit_id = excluded.promise_unit_id, objections = excluded.objections,
      reopenings = excluded.reopenings, lat = excluded.lat, lon = excluded.lon, received_month = excluded.received_month,
      first_done_month = excluded.first_done_month, closed_month = excluded.closed_month, due_month = excluded.due_month
    WHERE known.* IS DISTINCT FROM excluded.*
    RETURNING case_id, received_month, first_done_month, closed_month, due_month`.execute(ctx.db)
  return rows
}

/** What is public no longer, and what was removed before it ended. */
async function removeFacts(ctx: Ctx, caseIds: readonly string[]): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    DELETE FROM services.report_fact f WHERE f.tenant_id = ${ctx.town.id} AND f.case_id = ANY(${[...caseIds]}::uuid[])
      AND NOT EXISTS (SELECT FROM services.case c WHERE c.tenant_id = f.tenant_id AND c.id = f.case_id AND c.published AND c.stage <> 'draft')
      AND (f.closed_at IS NULL OR EXISTS (SELECT FROM services.case c WHERE c.tenant_id = f.tenant_id AND c.id = f.case_id))
    RETURNING case_id, received_month, first_done_month, closed_month, due_month`.execute(ctx.db)
  return rows
}

/** A report that was deleted after its time still counts, but no longer says where it was. */
const forgetPlaces = (ctx: Ctx, caseIds: readonly string[]) =>
  sql`
    UPDATE services.report_fact f SET lat = NULL, lon = NULL
    WHERE f.tenant_id = ${ctx.town.id} AND f.case_id = ANY(${[...caseIds]}::uuid[]) AND f.lat IS NOT NULL
      AND NOT EXISTS (SELECT FROM services.case c WHERE c.tenant_id = f.tenant_id AND c.id = f.case_id)`.execute(ctx.db)

/** Ids of public reports in their order, for making all facts anew. */
export async function publicIdsAfter(ctx: Ctx, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM services.case WHERE tenant_id = ${ctx.town.id} AND id > ${after}::uuid AND kind = 'report' AND published
    ORDER BY id LIMIT ${limit}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
