import type { Ctx } from '#platform/context.ts'
import { sign } from '#platform/keys.ts'
import { allowances } from './guessing.rules.ts'
import { take } from './guessing.sql.ts'

const keyOf = (...parts: (string | undefined)[]): string => sign('accounts/guess', JSON.stringify(parts))

/**
 * May somebody try once more to get in as `whom` (an address or an account's id)? Counts the attempt. `device` is the mark of
 * a device that the owner used before, if this is one.
 */
export async function mayGuess(ctx: Ctx, what: string, whom: string, device: string | undefined): Promise<boolean> {
  if (device) return await take(ctx, keyOf(what, 'device', whom, device), allowances.knownDevice)
  if (!(await take(ctx, keyOf(what, 'network', whom, ctx.network), allowances.network))) return false
  return await take(ctx, keyOf(what, 'strangers', whom), allowances.strangers)
}

/** May one more mail go to this address? Counts it. The same for addresses with and without an account. */
export async function mayMail(ctx: Ctx, email: string): Promise<boolean> {
  if (!(await take(ctx, keyOf('mail', 'network', email, ctx.network), allowances.mailsByNetwork))) return false
  return await take(ctx, keyOf('mail', email), allowances.mails)
}
