import type { Selectable, Updateable } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { ServicesOnlinePayment } from '#platform/db/schema.generated.ts'
import type { Attempt } from './attempt.rules.ts'

const attemptFrom = (row: Selectable<ServicesOnlinePayment>): Attempt => ({
  id: row.id,
  chargeId: row.charge_id,
  cents: row.cents,
  providerId: row.provider_id ?? undefined,
  payAt: row.pay_at ?? undefined,
  state: row.state as Attempt['state'],
  startedAt: row.started_at,
})

const all = (ctx: Ctx) => ctx.db.selectFrom('services.online_payment').selectAll().where('tenant_id', '=', ctx.town.id)

export async function attemptsOf(ctx: Ctx, chargeIds: readonly string[]): Promise<Attempt[]> {
  if (chargeIds.length === 0) return []
  return (await all(ctx).where('charge_id', 'in', chargeIds).orderBy('id', 'desc').limit(100).execute()).map(attemptFrom)
}

export async function attemptBy(ctx: Ctx, id: string, { hold = false } = {}): Promise<Attempt | undefined> {
  const query = all(ctx).where('id', '=', id)
  const row = await (hold ? query.forUpdate() : query).executeTakeFirst()
  return row && attemptFrom(row)
}

/** Open ones that began between two moments; those that were not asked for the longest time first. */
export async function openAttempts(ctx: Ctx, { from, until, limit }: { from: Date; until: Date; limit: number }): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('services.online_payment')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('state', '=', 'open')
    .where('started_at', '>=', from)
    .where('started_at', '<', until)
    .orderBy('looked_at', (order) => order.asc().nullsFirst())
    .orderBy('started_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Of which the provider knows nothing, the newest first; with `of` those of one charge. */
export async function unknownAttempts(ctx: Ctx, { of, limit }: { of?: string; limit: number }): Promise<Attempt[]> {
  const query = all(ctx).where('state', '=', 'unknown').orderBy('started_at', 'desc').limit(limit)
  return (await (of ? query.where('charge_id', '=', of) : query).execute()).map(attemptFrom)
}

export const insertAttempt = (ctx: Ctx, { id, chargeId, cents }: Pick<Attempt, 'id' | 'chargeId' | 'cents'>) =>
  ctx.db
    .insertInto('services.online_payment')
    .values({ tenant_id: ctx.town.id, id, charge_id: chargeId, cents, started_at: ctx.now() })
    .execute()

export const changeAttempt = (ctx: Ctx, id: string, changes: Updateable<ServicesOnlinePayment>) =>
  ctx.db.updateTable('services.online_payment').set(changes).where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()
