import type { Ctx } from '#platform/context.ts'

/** Days after which a town reminds that has not said otherwise. */
export const REMIND_AFTER = 14

/** So many days after its day a payer is reminded; 0: never. */
export async function remindAfter(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom('services.payment_setting')
    .select('remind_after')
    .where('tenant_id', '=', ctx.town.id)
    .executeTakeFirst()
  return row?.remind_after ?? REMIND_AFTER
}

export async function putRemindAfter(ctx: Ctx, days: number): Promise<void> {
  const values = { remind_after: days, changed_at: ctx.now(), changed_by: ctx.actor.personId ?? null }
  await ctx.db
    .insertInto('services.payment_setting')
    .values({ tenant_id: ctx.town.id, ...values })
    .onConflict((known) => known.column('tenant_id').doUpdateSet(values))
    .execute()
}

/**
 * Charges of a case that were due on or before a day and whose payer was never reminded, held; the longest due first. Where the case was taken
 * back a person says first whether something is owed.
 */
export async function toRemind(ctx: Ctx, upTo: string, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('services.charge')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('settled_at', 'is', null)
    .where('waived_at', 'is', null)
    .where('reminded_at', 'is', null)
    .where('case_id', 'is not', null)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('services.case as k')
            .select('k.id')
            .where('k.tenant_id', '=', ctx.town.id)
            .whereRef('k.id', '=', 'services.charge.case_id')
            .where('k.result', '=', 'withdrawn'),
        ),
      ),
    )
    .where('due_on', '<=', upTo)
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ id }) => id)
}
