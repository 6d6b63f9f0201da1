import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { RetentionRun } from './run.sql.ts'

export type DeletionRecord = {
  id: string
  action: 'anonymised' | 'deleted'
  kind: string
  number: string
  result: string
  receivedAt: Date
  closedAt: Date
  ruleDays: number
  ruleReason: string
  byPersonId: string | undefined
  at: Date
}

export type Proven = { caseId: string; days: number; reason: string }

/** The proof of each, from what the cases still say. What rested at another case ended with it. */
export async function insertRecords(
  ctx: Ctx,
  run: RetentionRun,
  action: DeletionRecord['action'],
  cases: readonly Proven[],
): Promise<void> {
  await sql`
    INSERT INTO services.deletion_record (tenant_id, id, case_id, action, kind, number, type_id, result, stage, unit_id, district_id, received_at,
      closed_at, promise, rule_days, rule_reason, run_id, by_person_id, at)
    SELECT c.tenant_id, g.id, c.id, ${action}, c.kind, c.number, c.type_id, coalesce(c.result, h.result, c.state), c.stage, c.unit_id, c.district_id,
      c.received_at, coalesce(c.closed_at, h.closed_at, c.updated_at), p.outcome, g.days, g.reason, ${run.id}, ${run.byPersonId ?? null}::uuid,
      ${ctx.now()}::timestamptz
    FROM unnest(${cases.map(() => newId(ctx.now().getTime()))}::uuid[], ${cases.map(({ caseId }) => caseId)}::uuid[],
      ${cases.map(({ days }) => days)}::int[], ${cases.map(({ reason }) => reason)}::text[]) AS g(id, case_id, days, reason)
    JOIN services.case c ON c.tenant_id = ${ctx.town.id} AND c.id = g.case_id
    LEFT JOIN services.case h ON h.tenant_id = c.tenant_id AND h.id = c.incident_id
    LEFT JOIN services.promise p ON p.tenant_id = c.tenant_id AND p.case_id = c.id`.execute(ctx.db)
}

/** Newest first, behind the one with the id `before`. */
export async function deletionRecords(ctx: Ctx, before: string | undefined, limit: number): Promise<DeletionRecord[]> {
  let query = ctx.db
    .selectFrom('services.deletion_record')
    .selectAll()
    .where('tenant_id', '=', ctx.town.id)
    .orderBy('id', 'desc')
    .limit(limit)
  if (before) query = query.where('id', '<', before)
  return (await query.execute()).map((row) => ({
    id: row.id,
    action: row.action as DeletionRecord['action'],
    kind: row.kind,
    number: row.number,
    result: row.result,
    receivedAt: row.received_at,
    closedAt: row.closed_at,
    ruleDays: row.rule_days,
    ruleReason: row.rule_reason,
    byPersonId: row.by_person_id ?? undefined,
    at: row.at,
  }))
}
