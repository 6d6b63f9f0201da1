import type { Ctx } from '#platform/context.ts'
import type { RetentionRule } from './retention.rules.ts'

/** What the town has changed of the defaults. */
export async function ownRules(ctx: Ctx): Promise<RetentionRule[]> {
  const rows = await ctx.db.selectFrom('services.retention_rule').selectAll().where('tenant_id', '=', ctx.town.id).execute()
  return rows.map((row) => ({
    kind: row.kind,
    result: row.result,
    archiveDays: row.archive_days,
    anonymiseDays: row.anonymise_days,
    deleteDays: row.delete_days,
    reason: row.reason,
  }))
}

export async function writeRule(ctx: Ctx, { kind, result, ...rule }: RetentionRule): Promise<void> {
  const values = {
    archive_days: rule.archiveDays,
    anonymise_days: rule.anonymiseDays,
    delete_days: rule.deleteDays,
    reason: rule.reason,
    changed_at: ctx.now(),
    changed_by: ctx.actor.personId ?? null,
  }
  await ctx.db
    .insertInto('services.retention_rule')
    .values({ tenant_id: ctx.town.id, kind, result, ...values })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'kind', 'result']).doUpdateSet(values))
    .execute()
}
