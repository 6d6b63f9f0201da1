import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesPayment } from '#platform/db/schema.generated.ts'
import type { Payment, Way } from './payment.rules.ts'

const paymentFrom = (row: Selectable<ServicesPayment>): Payment => ({
  id: row.id,
  chargeId: row.charge_id ?? undefined,
  way: row.way as Way,
  cents: row.cents,
  bookedOn: row.booked_on,
  payer: row.payer,
  words: row.words,
})

const all = (ctx: Ctx) => ctx.db.selectFrom('services.payment').selectAll().where('tenant_id', '=', ctx.town.id)

export async function lockPayment(ctx: Ctx, id: string): Promise<Payment | undefined> {
  const row = await all(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && paymentFrom(row)
}

/** Of these charges, in the order in which they were noted. */
export async function paymentsOf(ctx: Ctx, chargeIds: readonly string[]): Promise<Payment[]> {
  if (chargeIds.length === 0) return []
  return (await all(ctx).where('charge_id', 'in', chargeIds).orderBy('id').limit(500).execute()).map(paymentFrom)
}

/** Of which nobody knows yet what they are for, the oldest first, after the one with the id `after`. */
export async function unmatchedPayments(ctx: Ctx, { after, limit }: { after?: string | undefined; limit: number }): Promise<Payment[]> {
  const query = all(ctx).where('charge_id', 'is', null).where('set_aside_at', 'is', null).orderBy('id').limit(limit)
  return (await (after ? query.where('id', '>', after) : query).execute()).map(paymentFrom)
}

export type NewPayment = Payment & { key: string; statementId?: string | undefined }

/** Ids of those that were not there before: the same booking is taken once, whichever file or message told it. */
export async function insertPayments(ctx: Ctx, payments: readonly NewPayment[]): Promise<ReadonlySet<string>> {
  if (payments.length === 0) return new Set()
  const rows = await ctx.db
    .insertInto('services.payment')
    .values(
      payments.map(({ id, chargeId, way, cents, bookedOn, payer, words, key, statementId }) => ({
        tenant_id: ctx.town.id,
        id,
        charge_id: chargeId ?? null,
        way,
        cents,
        booked_on: bookedOn,
        payer,
        words,
        source_key: key,
        statement_id: statementId ?? null,
        noted_at: ctx.now(),
        noted_by: ctx.actor.personId ?? null,
      })),
    )
    .onConflict((known) => known.columns(['tenant_id', 'source_key']).doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export const changePayment = (ctx: Ctx, id: string, changes: { charge_id?: string | null; set_aside_at?: Date | null }) =>
  ctx.db.updateTable('services.payment').set(changes).where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

export async function sumOf(ctx: Ctx, chargeId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('services.payment')
    .select((q) => q.fn.sum<string>('cents').as('cents'))
    .where('tenant_id', '=', ctx.town.id)
    .where('charge_id', '=', chargeId)
    .executeTakeFirstOrThrow()
  return Number(row.cents ?? 0)
}

/** Deletes payments that belong to no charge, set aside or not, booked before `oldestKept`. */
export async function forgetPayments(ctx: Ctx, oldestKept: string, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM services.payment WHERE tenant_id = ${ctx.town.id} AND charge_id IS NULL AND id IN (
      SELECT id FROM services.payment WHERE tenant_id = ${ctx.town.id} AND charge_id IS NULL AND booked_on < ${oldestKept}::date
      ORDER BY booked_on LIMIT ${limit})`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}
