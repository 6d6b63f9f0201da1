import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { keyedHash } from '#platform/keys.ts'
import type { LogKind } from './account.rules.ts'

export type LogEntry = { id: string; at: Date; kind: string; device: string; sameNetwork: boolean }

const networkHash = (ctx: Ctx): Buffer | null => (ctx.network ? keyedHash('accounts/network', ctx.network).subarray(0, 16) : null)

/** Keeps what happened to the account's security, for its owner. */
export const note = (ctx: Ctx, accountId: string, kind: LogKind, device = '') =>
  ctx.db
    .insertInto('core.account_log')
    .values({ id: newId(ctx.now().getTime()), account_id: accountId, at: ctx.now(), kind, device, network_hash: networkHash(ctx) })
    .execute()

/** Newest first. */
export async function logOf(ctx: Ctx, accountId: string, limit = 100): Promise<LogEntry[]> {
  const here = networkHash(ctx)
  const rows = await ctx.db
    .selectFrom('core.account_log')
    .select(['id', 'at', 'kind', 'device', 'network_hash'])
    .where('account_id', '=', accountId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ network_hash, ...row }) => ({ ...row, sameNetwork: here !== null && network_hash?.equals(here) === true }))
}

/** A year is long enough to notice; older lines are removed. */
export async function forgetOldLog(ctx: Ctx): Promise<void> {
  const before = new Date(ctx.now().getTime() - 365 * 86_400_000)
  await ctx.db.deleteFrom('core.account_log').where('at', '<', before).execute()
}

export async function removeLog(ctx: Ctx, accountId: string): Promise<void> {
  await ctx.db.deleteFrom('core.account_log').where('account_id', '=', accountId).execute()
}
