import type { Ctx } from '#platform/context.ts'
import type { TextParams } from '#platform/text.ts'

const waiting = (ctx: Ctx) =>
  ctx.db.selectFrom('core.notification').where('tenant_id', '=', ctx.town.id).where('email', '=', 'daily').where('summed_at', 'is', null)

/** Everybody for whom something waits for the daily summary. */
export async function peopleWithSummary(ctx: Ctx): Promise<string[]> {
  const rows = await waiting(ctx).select('person_id').distinct().execute()
  return rows.map((row) => row.person_id)
}

/** What waits for one person, oldest first; kept from others until this transaction ends. */
export async function takeForSummary(ctx: Ctx, personId: string) {
  const rows = await waiting(ctx)
    .select(['id', 'text', 'params', 'path', 'read_at as readAt'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => ({ ...row, params: row.params as TextParams }))
}

export const markSummed = (ctx: Ctx, ids: readonly string[]) =>
  ctx.db
    .updateTable('core.notification')
    .set({ summed_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', 'in', [...ids])
    .execute()
