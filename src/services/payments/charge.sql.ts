import { type Selectable, sql, type Updateable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesCharge } from '#platform/db/schema.generated.ts'
import type { Charge } from './charge.rules.ts'
import { caseNumberIn } from './reference.rules.ts'

const chargeFrom = (row: Selectable<ServicesCharge>): Charge => ({
  id: row.id,
  caseId: row.case_id ?? undefined,
  reason: row.reason,
  cents: row.cents,
  reference: row.reference,
  demandedAt: row.demanded_at,
  dueOn: row.due_on,
  paidCents: row.paid_cents,
  settledAt: row.settled_at ?? undefined,
  waivedAt: row.waived_at ?? undefined,
  waivedReason: row.waived_reason ?? undefined,
  remindedAt: row.reminded_at ?? undefined,
})

const all = (ctx: Ctx) => ctx.db.selectFrom('services.charge').selectAll().where('tenant_id', '=', ctx.town.id)

/** The oldest first. */
export async function chargesOf(ctx: Ctx, caseId: string): Promise<Charge[]> {
  return (await all(ctx).where('case_id', '=', caseId).orderBy('id').execute()).map(chargeFrom)
}

/** The same, held for this transaction, always in this order. */
export async function lockChargesOf(ctx: Ctx, caseId: string): Promise<Charge[]> {
  return (await all(ctx).where('case_id', '=', caseId).orderBy('id').forUpdate().execute()).map(chargeFrom)
}

export async function chargeById(ctx: Ctx, id: string): Promise<Charge | undefined> {
  const row = await all(ctx).where('id', '=', id).executeTakeFirst()
  return row && chargeFrom(row)
}

/** Held for this transaction, so that two payments at once are added up one after the other. */
export async function lockCharge(ctx: Ctx, by: { id: string } | { reference: string }): Promise<Charge | undefined> {
  const query = 'id' in by ? all(ctx).where('id', '=', by.id) : all(ctx).where('reference', '=', by.reference)
  const row = await query.forUpdate().executeTakeFirst()
  return row && chargeFrom(row)
}

export async function chargesReferred(ctx: Ctx, references: readonly string[]): Promise<Charge[]> {
  if (references.length === 0) return []
  return (await all(ctx).where('reference', 'in', references).execute()).map(chargeFrom)
}

export type OpenCharge = Charge & { number: string; title: string }

type Part = { after?: { dueOn: string; id: string } | undefined; limit: number }

/** With something open, the longest due first, after the one that `after` names; with `dueBefore` what is overdue alone. */
export async function openCharges(ctx: Ctx, { dueBefore, ...part }: Part & { dueBefore?: string | undefined }): Promise<OpenCharge[]> {
  const query = withCase(ctx, part).where('c.settled_at', 'is', null).where('c.waived_at', 'is', null)
  return (await (dueBefore ? query.where('c.due_on', '<', dueBefore) : query).execute()).map(openFrom)
}

/** To which more came than is owed (`overCents`), the longest due first. */
export async function overpaidCharges(ctx: Ctx, part: Part): Promise<OpenCharge[]> {
  const owed = sql<number>`CASE WHEN c.waived_at IS NOT NULL AND c.settled_at IS NULL THEN 0 ELSE c.cents END`
  return (await withCase(ctx, part).where('c.paid_cents', '>', owed).execute()).map(openFrom)
}

function withCase(ctx: Ctx, { after, limit }: Part) {
  const query = ctx.db
    .selectFrom('services.charge as c')
    .leftJoin('services.case as k', (join) => join.onRef('k.tenant_id', '=', 'c.tenant_id').onRef('k.id', '=', 'c.case_id'))
    .selectAll('c')
    .select(['k.number', 'k.title'])
    .where('c.tenant_id', '=', ctx.town.id)
    .orderBy('c.due_on')
    .orderBy('c.id')
    .limit(limit)
  return after ? query.where(({ eb, refTuple, tuple }) => eb(refTuple('c.due_on', 'c.id'), '>', tuple(after.dueOn, after.id))) : query
}

const openFrom = ({ number, title, ...row }: Selectable<ServicesCharge> & { number: string | null; title: string | null }): OpenCharge => ({
  ...chargeFrom(row),
  number: number ?? caseNumberIn(row.reference),
  title: title ?? row.reason,
})

/** Whoever applied took the case back. Whether a fee is owed nevertheless is a question of the rule that it follows. */
export async function isWithdrawn(ctx: Ctx, caseId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('services.case')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', caseId)
    .where('result', '=', 'withdrawn')
    .executeTakeFirst()
  return row !== undefined
}

export const insertCharge = (ctx: Ctx, { id, caseId, reason, cents, reference, demandedAt, dueOn }: Charge & { caseId: string }) =>
  ctx.db
    .insertInto('services.charge')
    .values({ tenant_id: ctx.town.id, id, case_id: caseId, reason, cents, reference, demanded_at: demandedAt, due_on: dueOn })
    .execute()

export async function changeCharge(ctx: Ctx, id: string, changes: Updateable<ServicesCharge>): Promise<Charge> {
  const row = await ctx.db
    .updateTable('services.charge')
    .set(changes)
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return chargeFrom(row)
}

/**
 * Deletes demands without a case of which nothing was booked since `oldestKept`, with their payments; to remit is a booking, too. What
 * is still open stays: an open claim does not go away by itself.
 */
export async function forgetCharges(ctx: Ctx, oldestKept: string, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM services.charge WHERE tenant_id = ${ctx.town.id} AND id IN (
      SELECT c.id FROM services.charge c
      WHERE c.tenant_id = ${ctx.town.id} AND c.case_id IS NULL AND c.demanded_at < ${oldestKept}::date::timestamp AT TIME ZONE ${ctx.town.timeZone}
        AND (c.settled_at IS NOT NULL OR c.waived_at IS NOT NULL)
        AND (c.waived_at IS NULL OR c.waived_at < ${oldestKept}::date::timestamp AT TIME ZONE ${ctx.town.timeZone})
        AND NOT EXISTS (SELECT FROM services.payment p WHERE p.tenant_id = ${ctx.town.id} AND p.charge_id = c.id AND p.booked_on >= ${oldestKept}::date)
      ORDER BY c.demanded_at LIMIT ${limit})`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}
