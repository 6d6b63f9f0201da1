import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { chance, idAt, numberOf } from '../../cases/made-up.sql.ts'

export type ManyApplications = {
  /** How many applications. */
  count: number
  /** Another number gives other ones; the same one the same. */
  seed: number
  /** So many in one statement: it stays well below the limit of time. */
  atOnce?: number
  onBatch?: (done: number) => void
}

const BATCH = 20_000
/** One in so many is still open, and came within so many days; the others came within these years. */
const [OPEN_ONE_IN, OPEN_DAYS, YEARS] = [10, 45, 3]

/**
 * Fills the town with so many applications for measuring. Each is a likeness of one of those that the demo has, at another time and of
 * somebody without account: with its case, its submission, its party, its assignment, and the first and last event of its way.
 */
export async function seedManyApplications(ctx: Ctx, { count, seed, atOnce = BATCH, onBatch }: ManyApplications): Promise<void> {
  // Made ones have their own id as the key of their sending.
  const models = await sql<{ id: string }>`
    SELECT c.id FROM services.case c JOIN services.submission s ON s.tenant_id = c.tenant_id AND s.case_id = c.id
    WHERE c.tenant_id = ${ctx.town.id} AND c.kind = 'application' AND s.client_key <> s.id::text GROUP BY c.id ORDER BY c.id LIMIT 100`.execute(
    ctx.db,
  )
  const ids = models.rows.map(({ id }) => id)
  if (ids.length === 0) throw new Error('there is no application to be like')
  for (let from = 0; from < count; from += atOnce) {
    const rows = rowsOf(ctx, ids, seed, from, Math.min(count, from + atOnce))
    await sql`CREATE TEMPORARY TABLE IF NOT EXISTS made_application ON COMMIT DROP AS ${rows} WITH NO DATA`.execute(ctx.db)
    await sql`TRUNCATE made_application`.execute(ctx.db)
    await sql`INSERT INTO made_application ${rows}`.execute(ctx.db)
    await insertBatch(ctx)
    onBatch?.(Math.min(count, from + atOnce))
  }
}

function rowsOf(ctx: Ctx, models: readonly string[], seed: number, from: number, until: number): RawBuilder<unknown> {
  return sql`
    WITH model AS (
      SELECT c.id, c.received_at, c.closed_at IS NULL AS open, extract(epoch FROM coalesce(c.closed_at, c.received_at) - c.received_at)::bigint / 60 + 60 AS took,
        row_number() OVER (PARTITION BY c.closed_at IS NULL ORDER BY c.id) - 1 AS nth, count(*) OVER (PARTITION BY c.closed_at IS NULL) AS n
      FROM services.case c WHERE c.tenant_id = ${ctx.town.id} AND c.id = ANY(${[...models]}::uuid[])
    ), likened AS (
      SELECT i, m.id AS model_id, date_trunc('milliseconds', ${ctx.now()}::timestamptz
        - ${openOr(sql`${chance(seed, 'open', OPEN_DAYS * 1440)}`, sql`m.took + ${chance(seed, 'when', YEARS * 365 * 1440)}`)} * interval '1 minute') AS received_at,
        m.received_at AS model_received_at
      FROM generate_series(${from}::int, ${until - 1}::int) i
      JOIN model m ON m.open = (i % ${sql.lit(OPEN_ONE_IN)} = 0) AND m.nth = ${chance(seed, 'model', 1_000_003)} % m.n
    )
    SELECT i, model_id, received_at, received_at - model_received_at AS later, ${numberOf('A', seed)} AS number, ${numberOf('E', seed)} AS receipt_number,
      ${idAt(sql`received_at`, 'case', seed)} AS id, ${idAt(sql`received_at`, 'party', seed)} AS party_id,
      ${idAt(sql`received_at`, 'assignment', seed)} AS assignment_id, ${idAt(sql`received_at`, 'submission', seed)} AS submission_id,
      ${idAt(sql`received_at`, 'first', seed)} AS first_id, ${idAt(sql`received_at`, 'last', seed)} AS last_id
    FROM likened`
}

const openOr = (open: RawBuilder<unknown>, closed: RawBuilder<unknown>) => sql`(CASE WHEN m.open THEN ${open} ELSE ${closed} END)`

/** The rows of the batch in all tables that an application has. */
async function insertBatch(ctx: Ctx): Promise<void> {
  const town = ctx.town.id
  await sql`
    INSERT INTO services.case (tenant_id, id, kind, number, type_id, title, place_label, state, before_state, stage, published, unit_id, priority, public_text,
      desk_search, received_at, updated_at, due_at, closed_at, result, waits_for)
    SELECT ${town}, n.id, c.kind, n.number, c.type_id, c.title, c.place_label, c.state, c.before_state, c.stage, false, c.unit_id, c.priority, '',
      c.desk_search || to_tsvector('simple', 'muster' || n.i), n.received_at, c.updated_at + n.later, c.due_at + n.later, c.closed_at + n.later, c.result,
      c.waits_for
    FROM made_application n JOIN services.case c ON c.tenant_id = ${town} AND c.id = n.model_id`.execute(ctx.db)
  // Times that would have been over are not looked at again.
  await sql`
    INSERT INTO services.application (tenant_id, case_id, service_id, workflow_id, workflow_number, state_since, letter_out_on)
    SELECT ${town}, n.id, a.service_id, a.workflow_id, a.workflow_number, a.state_since + n.later, (a.letter_out_on + n.later)::date
    FROM made_application n JOIN services.application a ON a.tenant_id = ${town} AND a.case_id = n.model_id`.execute(ctx.db)
  await sql`
    INSERT INTO services.submission (tenant_id, id, case_id, client_key, form_id, form_number, answers, content_hash, receipt_number, trust, channel, sent_at)
    SELECT ${town}, n.submission_id, n.id, n.submission_id::text, s.form_id, s.form_number, s.answers, s.content_hash, n.receipt_number, s.trust, s.channel,
      n.received_at
    FROM made_application n JOIN LATERAL (
      SELECT * FROM services.submission s WHERE s.tenant_id = ${town} AND s.case_id = n.model_id ORDER BY s.sent_at DESC LIMIT 1) s ON true`.execute(
    ctx.db,
  )
  await sql`
    INSERT INTO services.case_party (tenant_id, case_id, id, role, name, secret_hash, code_hash, since)
    SELECT ${town}, id, party_id, 'applicant', 'Muster ' || i, sha256(('s' || party_id)::bytea), sha256(('c' || party_id)::bytea), received_at
    FROM made_application`.execute(ctx.db)
  await sql`
    INSERT INTO services.assignment (tenant_id, case_id, id, unit_id, state, since, until)
    SELECT ${town}, n.id, n.assignment_id, a.unit_id, a.state, n.received_at, a.until + n.later
    FROM made_application n JOIN LATERAL (
      SELECT * FROM services.assignment a WHERE a.tenant_id = ${town} AND a.case_id = n.model_id ORDER BY a.since DESC, a.id DESC LIMIT 1) a ON true`.execute(
    ctx.db,
  )
  await sql`
    WITH model AS (
      SELECT m.model_id, first.event_id AS first_id, last.event_id AS last_id FROM (SELECT DISTINCT model_id FROM made_application) m
      CROSS JOIN LATERAL (SELECT s.event_id FROM core.event_subject s WHERE s.tenant_id = ${town} AND s.subject_type = 'case' AND s.subject_id = m.model_id
        ORDER BY s.event_id LIMIT 1) first
      CROSS JOIN LATERAL (SELECT s.event_id FROM core.event_subject s WHERE s.tenant_id = ${town} AND s.subject_type = 'case' AND s.subject_id = m.model_id
        ORDER BY s.event_id DESC LIMIT 1) last
    ), event AS (
      SELECT n.id AS case_id, n.first_id AS id, m.first_id AS model_id, n.later FROM made_application n JOIN model m ON m.model_id = n.model_id
      UNION ALL
      SELECT n.id, n.last_id, m.last_id, n.later FROM made_application n JOIN model m ON m.model_id = n.model_id WHERE m.last_id <> m.first_id
    ), written AS (
      INSERT INTO core.event (tenant_id, id, kind, audience, at, recorded_at, actor_kind, actor_role, data)
      SELECT ${town}, n.id, e.kind, e.audience, e.at + n.later, e.at + n.later, 'system', e.actor_role, e.data
      FROM event n JOIN core.event e ON e.tenant_id = ${town} AND e.id = n.model_id
    )
    INSERT INTO core.event_subject (tenant_id, subject_type, subject_id, event_id) SELECT ${town}, 'case', case_id, id FROM event`.execute(
    ctx.db,
  )
}
