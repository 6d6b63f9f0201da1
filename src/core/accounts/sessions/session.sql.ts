import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { expiryOf, IDLE_DAYS, LONGEST_DAYS, SEEN_EVERY_MS, type Session, type SessionTrust, type Way } from './session.rules.ts'

export const insertSession = (
  ctx: Ctx,
  session: { id: string; tokenHash: Buffer; accountId: string; trust: SessionTrust; way: Way; device: string },
) =>
  ctx.db
    .insertInto('core.session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      trust: session.trust,
      way: session.way,
      device: session.device,
      created_at: ctx.now(),
      seen_at: ctx.now(),
      confirmed_at: ctx.now(),
      expires_at: expiryOf(ctx.now(), ctx.now()),
    })
    .execute()

/** Running sessions, the last used first. */
export async function sessionsOf(ctx: Ctx, accountId: string): Promise<Session[]> {
  const rows = await ctx.db
    .selectFrom('core.session')
    .select(['id', 'device', 'way', 'created_at', 'seen_at', 'confirmed_at'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', ctx.now())
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    way: row.way,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    confirmedAt: row.confirmed_at,
  }))
}

export async function confirmedAt(ctx: Ctx, sessionId: string): Promise<Date | undefined> {
  const row = await ctx.db.selectFrom('core.session').select('confirmed_at').where('id', '=', sessionId).executeTakeFirst()
  return row?.confirmed_at
}

export const setConfirmed = (ctx: Ctx, sessionId: string) =>
  ctx.db.updateTable('core.session').set({ confirmed_at: ctx.now() }).where('id', '=', sessionId).execute()

/** Only a session of this account; returns whether there was one. */
export async function deleteSession(ctx: Ctx, accountId: string, sessionId: string): Promise<boolean> {
  const result = await ctx.db.deleteFrom('core.session').where('account_id', '=', accountId).where('id', '=', sessionId).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

export async function deleteSessions(ctx: Ctx, accountId: string, except?: string): Promise<number> {
  const query = ctx.db.deleteFrom('core.session').where('account_id', '=', accountId)
  const result = await (except ? query.where('id', '<>', except) : query).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Keeps that the session is used, at most once an hour, and moves its end. */
export const touch = (ctx: Ctx, sessionId: string) =>
  ctx.db
    .updateTable('core.session')
    .set({
      seen_at: ctx.now(),
      expires_at: sql<Date>`least(${ctx.now()}::timestamptz + make_interval(days => ${IDLE_DAYS}::int), created_at + make_interval(days => ${LONGEST_DAYS}::int))`,
    })
    .where('id', '=', sessionId)
    .where('seen_at', '<=', new Date(ctx.now().getTime() - SEEN_EVERY_MS))
    .execute()

export async function forgetSessions(ctx: Ctx): Promise<void> {
  await ctx.db.deleteFrom('core.session').where('expires_at', '<', ctx.now()).execute()
}
