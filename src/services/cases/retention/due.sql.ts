import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { cutoff, daysOf, type RetentionRule, type RetentionStep, toldBefore } from './retention.rules.ts'

export type Due = { id: string; number: string; days: number; reason: string }

/** Not done yet; each is the condition of one index. */
const waiting = (ctx: Ctx, step: RetentionStep) =>
  ({
    archive: sql`c.archived_at IS NULL`,
    // Who was told of a deletion has the time of the notice to take it along: until then nothing is taken out, and then it goes as a whole.
    // Deletion comes before, so what ended longer ago is looked at there, and not here again and again.
    anonymise: sql`c.anonymised_at IS NULL AND c.closed_at > r.delete_cutoff AND (
      (c.deletion_told_at IS NULL AND c.closed_at > r.tell_cutoff)
      OR (c.deletion_told_at <= ${toldBefore(ctx.now())}::timestamptz AND c.closed_at > r.delete_cutoff))`,
    tell: sql`c.deletion_told_at IS NULL`,
    delete: sql`c.deletion_told_at IS NOT NULL AND c.deletion_told_at <= ${toldBefore(ctx.now())}::timestamptz`,
  })[step]

/** What is held, what goes on for a case that is, and decisions against which an objection is open: the few of the town, looked up once. */
const held = (ctx: Ctx) => sql`(
  SELECT unnest(ARRAY[h.case_id, m.incident_id]) FROM services.legal_hold h
  JOIN services.case m ON m.tenant_id = h.tenant_id AND m.id = h.case_id
  WHERE h.tenant_id = ${ctx.town.id} AND h.lifted_at IS NULL AND h.until_on >= ${ctx.now()}::timestamptz::date
  UNION ALL
  SELECT o.against_case_id FROM services.objection o JOIN services.case k ON k.tenant_id = o.tenant_id AND k.id = o.case_id
  WHERE o.tenant_id = ${ctx.town.id} AND o.against_case_id IS NOT NULL AND k.closed_at IS NULL)`

type Wanted = { limit: number; lock: boolean; isHeld: boolean }

/** For each rule the oldest ends: an index range each, however many cases there are. Without a lock the indexes alone are read. */
const found = (ctx: Ctx, rules: readonly RetentionRule[], step: RetentionStep, { limit, lock, isHeld }: Wanted) => sql<Due>`
  SELECT c.id, ${lock ? sql`c.number,` : sql``} r.days, r.reason
  FROM unnest(${rules.map(({ kind }) => kind)}::text[], ${rules.map(({ result }) => result)}::text[],
    ${rules.map((rule) => cutoff(rule, step, ctx.now()).toISOString())}::timestamptz[],
    ${rules.map((rule) => cutoff(rule, 'tell', ctx.now()).toISOString())}::timestamptz[],
    ${rules.map((rule) => cutoff(rule, 'delete', ctx.now()).toISOString())}::timestamptz[],
    ${rules.map((rule) => daysOf(rule, step))}::int[], ${rules.map(({ reason }) => reason)}::text[])
    AS r(kind, result, cutoff, tell_cutoff, delete_cutoff, days, reason)
  CROSS JOIN LATERAL (
    SELECT c.id ${lock ? sql`, c.number` : sql``} FROM services.case c
    WHERE c.tenant_id = ${ctx.town.id} AND c.kind = r.kind AND c.result = r.result AND c.closed_at <= r.cutoff AND c.closed_at IS NOT NULL
      AND c.incident_id IS NULL AND ${waiting(ctx, step)} AND (c.id = ANY (ARRAY${held(ctx)})) IS ${isHeld ? sql`TRUE` : sql`NOT TRUE`}
    ORDER BY c.closed_at LIMIT ${limit} ${lock ? sql`FOR UPDATE SKIP LOCKED` : sql``}) c
  LIMIT ${limit}`

/** At most `limit` of them, held until the end of the transaction. Who works on one now keeps it for tonight. */
export const dueCases = async (ctx: Ctx, rules: readonly RetentionRule[], step: RetentionStep, limit: number): Promise<Due[]> =>
  (await found(ctx, rules, step, { limit, lock: true, isHeld: false }).execute(ctx.db)).rows

const MOST_COUNTED = 10_000
const SAMPLES = 5

export type DueCount = { count: number; more: boolean; samples: string[] }

/** How many are due, counted up to 10,000, with a few numbers to look at. `isHeld`: those that are due and held. */
export async function countDue(ctx: Ctx, rules: readonly RetentionRule[], step: RetentionStep, isHeld = false): Promise<DueCount> {
  const all = found(ctx, rules, step, { limit: MOST_COUNTED + 1, lock: false, isHeld })
  const { rows } = await sql<{ n: number; samples: string[] | null }>`
    SELECT n, ARRAY(SELECT c.number FROM unnest(ids) WITH ORDINALITY AS u(id, at)
      JOIN services.case c ON c.tenant_id = ${ctx.town.id} AND c.id = u.id ORDER BY u.at) AS samples
    FROM (SELECT count(*)::int AS n, (array_agg(d.id))[1:${sql.lit(SAMPLES)}] AS ids FROM (${all}) d) counted`.execute(ctx.db)
  const { n = 0, samples } = rows[0] ?? {}
  return { count: Math.min(n, MOST_COUNTED), more: n > MOST_COUNTED, samples: samples ?? [] }
}
