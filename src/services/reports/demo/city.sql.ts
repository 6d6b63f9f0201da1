import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { chance, idAt, numberOf } from '../../cases/made-up.sql.ts'
import { rebuildFigures } from '../figures/refresh.ts'

export type City = {
  /** How many reports. */
  count: number
  /** Another number gives another city; the same one the same. */
  seed: number
  /** What people wrote; each report takes one. */
  texts: readonly string[]
  /** So many in one statement: it stays well below the limit of time. */
  atOnce?: number
  onBatch?: (done: number) => void
}

const BATCH = 20_000
const YEARS = 3

/**
 * Fills the town with so many reports for measuring, in the categories, districts and units that it has. Nothing is random: each value
 * comes from a hash of the row's number and the seed. INSERT … SELECT makes them inside the database, as quick as COPY would
 * and without the driver's need for it. Each has its case, report, reporter, assignment and the events of its way.
 */
export async function seedCity(ctx: Ctx, { count, seed, texts, atOnce = BATCH, onBatch }: City): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    const rows = rowsOf(ctx, seed, from, Math.min(count, from + atOnce), texts)
    await sql`CREATE TEMPORARY TABLE IF NOT EXISTS city_row ON COMMIT DROP AS ${rows} WITH NO DATA`.execute(ctx.db)
    await sql`TRUNCATE city_row`.execute(ctx.db)
    await sql`INSERT INTO city_row ${rows}`.execute(ctx.db)
    await insertBatch(ctx)
    onBatch?.(Math.min(count, from + atOnce))
  }
  await rebuildFigures(ctx)
}

function rowsOf(ctx: Ctx, seed: number, from: number, until: number, texts: readonly string[]): RawBuilder<unknown> {
  const [west, south, east, north] = ctx.town.bounds ?? [11, 49, 11.1, 49.1]
  const received = sql`date_trunc('milliseconds', ${ctx.now()}::timestamptz - ${chance(seed, 'when', YEARS * 365 * 1440)} * interval '1 minute')`
  return sql`
    WITH category AS (
      SELECT array_agg(id ORDER BY code) AS ids, array_agg(name->>'de' ORDER BY code) AS names, array_agg(unit_id ORDER BY code) AS units,
        array_agg(deadline_days ORDER BY code) AS days, count(*)::int AS n
      FROM services.report_category WHERE tenant_id = ${ctx.town.id} AND closed_at IS NULL AND danger IS NULL AND unit_id IS NOT NULL
    ), district AS (
      SELECT coalesce(array_agg(id ORDER BY code), '{}') AS ids, greatest(1, count(*)::int) AS n FROM core.district WHERE tenant_id = ${ctx.town.id}
    ), raw AS (
      SELECT i, ${received} AS received_at, (${chance(seed, 'category', 1_000_003)} % category.n)::int + 1 AS c,
        (${chance(seed, 'district', 1_000_003)} % district.n)::int + 1 AS d, ${chance(seed, 'fate', 1000)} AS fate,
        ${chance(seed, 'days', 60)} + 1 AS took, ${chance(seed, 'house', 120)} + 1 AS house
      FROM generate_series(${from}::int, ${until - 1}::int) i, category, district
    ), fated AS (
      SELECT raw.*, CASE
        WHEN received_at + took * interval '1 day' < ${ctx.now()}::timestamptz AND fate < 960 THEN CASE WHEN fate < 900 THEN 'done' ELSE 'ended' END
        WHEN fate % 8 = 0 THEN 'assigned' WHEN fate % 8 < 3 THEN 'accepted' WHEN fate % 8 < 5 THEN 'planned'
        WHEN fate % 8 = 5 THEN 'question' ELSE 'inWork' END AS state
      FROM raw
    )
    SELECT i, ${idAt(sql`received_at`, 'case', seed)} AS id, ${numberOf('M', seed)} AS number, received_at, state, ids[c] AS type_id, names[c] AS title,
      units[c] AS unit_id, district_ids[d] AS district_id, days[c] AS days, house,
      ${sql.lit(south)} + ${chance(seed, 'lat', 1_000_000)} / 1000000.0 * ${sql.lit(north - south)} AS lat,
      ${sql.lit(west)} + ${chance(seed, 'lon', 1_000_000)} / 1000000.0 * ${sql.lit(east - west)} AS lon,
      (${[...texts]}::text[])[(${chance(seed, 'text', 1_000_003)} % ${sql.lit(texts.length)})::int + 1] AS text,
      CASE WHEN state IN ('done', 'ended') THEN received_at + took * interval '1 day' END AS closed_at,
      ${idAt(sql`received_at`, 'party', seed)} AS party_id, ${idAt(sql`received_at`, 'assignment', seed)} AS assignment_id,
      ${idAt(sql`received_at`, 'sent', seed)} AS sent_id, ${idAt(sql`received_at + took * interval '1 day'`, 'closed', seed)} AS closed_id
    FROM fated, category, (SELECT ids AS district_ids FROM district) district`
}

/** The rows of the batch in all tables that a report has. */
async function insertBatch(ctx: Ctx): Promise<void> {
  const town = ctx.town.id
  await sql`
    INSERT INTO services.case (tenant_id, id, kind, number, type_id, title, place_label, state, before_state, stage, published, unit_id, district_id, lat, lon,
      public_text, desk_search, support_count, received_at, updated_at, due_at, closed_at, result)
    SELECT ${town}, id, 'report', number, type_id, title, 'Musterstraße ' || house, state, CASE WHEN state = 'question' THEN 'accepted' END,
      CASE state WHEN 'assigned' THEN 'received' WHEN 'accepted' THEN 'accepted' WHEN 'question' THEN 'yourTurn' WHEN 'done' THEN 'done' WHEN 'ended' THEN 'ended'
        ELSE 'inProgress' END,
      i % 10 <> 0, unit_id, district_id, lat, lon, text, to_tsvector('german', title || ' ' || text), CASE WHEN i % 7 = 0 THEN i % 12 ELSE 0 END,
      received_at, coalesce(closed_at, received_at), received_at + days * interval '1.4 days', closed_at,
      CASE state WHEN 'done' THEN 'done' WHEN 'ended' THEN 'notFound' END
    FROM city_row`.execute(ctx.db)
  await sql`
    INSERT INTO services.report (tenant_id, case_id, category_id, text, place_way, street, house_number, published_at, end_reason)
    SELECT ${town}, id, type_id, text, 'address', 'Musterstraße', house::text, CASE WHEN i % 10 <> 0 THEN received_at END,
      CASE WHEN state = 'ended' THEN 'notFound' END FROM city_row`.execute(ctx.db)
  // As the nightly run would have decided them; where the state is still open the day may lie ahead.
  await sql`
    INSERT INTO services.promise (tenant_id, case_id, level, n, rules, made_at, due_on, outcome, unit_id)
    SELECT ${town}, id, level, CASE level WHEN 'norm' THEN 0 ELSE 40 END, 1, received_at, due_on, outcome, CASE WHEN outcome <> 'void' THEN unit_id END
    FROM (
      SELECT *, CASE WHEN i % 5 = 0 THEN 'norm' ELSE 'category' END AS level,
        CASE WHEN state = 'ended' THEN 'void' WHEN closed_at::date <= due_on THEN 'kept' WHEN due_on < ${ctx.now()}::date THEN 'broken' END AS outcome
      FROM (SELECT *, (received_at + days * interval '1.4 days')::date AS due_on FROM city_row) due
    ) decided`.execute(ctx.db)
  await sql`
    INSERT INTO services.case_party (tenant_id, case_id, id, role, secret_hash, code_hash, since)
    SELECT ${town}, id, party_id, 'reporter', sha256(('s' || party_id)::bytea), sha256(('c' || party_id)::bytea), received_at FROM city_row`.execute(
    ctx.db,
  )
  await sql`
    INSERT INTO services.assignment (tenant_id, case_id, id, unit_id, state, since, until)
    SELECT ${town}, id, assignment_id, unit_id, CASE WHEN closed_at IS NOT NULL THEN 'ended' WHEN state = 'assigned' THEN 'offered' ELSE 'accepted' END,
      received_at, closed_at FROM city_row`.execute(ctx.db)
  await sql`
    WITH event AS (
      SELECT id AS case_id, sent_id AS event_id, 'report.sent' AS kind, 'parties' AS audience, received_at AS at, 'reporter' AS role, number FROM city_row
      UNION ALL
      SELECT id, closed_id, CASE state WHEN 'done' THEN 'work.done' ELSE 'report.ended' END, CASE WHEN i % 10 <> 0 THEN 'public' ELSE 'parties' END,
        closed_at, 'staff', number FROM city_row WHERE closed_at IS NOT NULL
    ), written AS (
      INSERT INTO core.event (tenant_id, id, kind, audience, at, recorded_at, actor_kind, actor_role, data)
      SELECT ${town}, event_id, kind, audience, at, at, 'system', role, jsonb_build_object('number', number) FROM event
    )
    INSERT INTO core.event_subject (tenant_id, subject_type, subject_id, event_id) SELECT ${town}, 'case', case_id, event_id FROM event`.execute(
    ctx.db,
  )
}
