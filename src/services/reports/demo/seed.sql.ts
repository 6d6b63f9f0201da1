import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/** Reports that wait for the link in the mail, by town. */
const waits = (ctx: Ctx) => sql`SELECT id FROM services.case WHERE tenant_id = ${ctx.town.id} AND stage = 'draft'`

/** Mails about what happened a year ago are not sent again; those with a link that somebody may still open stay. */
export const forgetMails = (ctx: Ctx) =>
  ctx.db
    .deleteFrom('core.mail')
    .where('tenant_id', '=', ctx.town.id)
    .where(
      sql<boolean>`NOT (kind = 'report.mail.confirm.reporter' AND created_at > ${ctx.now()}::timestamptz - interval '1 day' AND to_address IN (
        SELECT email FROM services.case_party WHERE tenant_id = ${ctx.town.id} AND case_id IN (${waits(ctx)}) AND email IS NOT NULL))`,
    )
    .execute()

/** In the demo everybody has opened the link in the mail, but for those whose report waits for it. */
export const confirmAddresses = (ctx: Ctx) =>
  ctx.db
    .updateTable('services.case_party')
    .set((set) => ({ email_confirmed_at: set.ref('since'), confirm_hash: null }))
    .where('tenant_id', '=', ctx.town.id)
    .where('email', 'is not', null)
    .where(sql<boolean>`case_id NOT IN (${waits(ctx)})`)
    .execute()

export type SeededReport = { id: string; number: string; unitId: string }

/** Public reports of the demo in one of these states that a unit has, newest first. */
export async function reportsIn(ctx: Ctx, states: readonly string[], limit: number): Promise<SeededReport[]> {
  const rows = await ctx.db
    .selectFrom('services.case')
    .select(['id', 'number', 'unit_id'])
    .where('tenant_id', '=', ctx.town.id)
    .where('kind', '=', 'report')
    .where('published', '=', true)
    .where('unit_id', 'is not', null)
    .where('incident_id', 'is', null)
    .where('state', 'in', [...states])
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ id, number, unit_id }) => (unit_id ? [{ id, number, unitId: unit_id }] : []))
}

/** All but the last `late` that became due begin to wait anew: somebody has looked after them. */
export const letWait = (ctx: Ctx, late: number) =>
  sql`UPDATE services.case_escalation SET since = ${ctx.now()}, next_at = ${ctx.now()}::timestamptz + interval '1 day'
    WHERE tenant_id = ${ctx.town.id} AND next_at <= ${ctx.now()} AND case_id NOT IN (
      SELECT case_id FROM services.case_escalation WHERE tenant_id = ${ctx.town.id} AND next_at <= ${ctx.now()} ORDER BY next_at DESC, case_id LIMIT ${late})`.execute(
    ctx.db,
  )
