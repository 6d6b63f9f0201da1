import type { Ctx } from '#platform/context.ts'
import { keyedHash } from '#platform/keys.ts'

/**
 * What a device calls the account by which something was written there. Says nothing to others: only this installation can tell whose
 * mark it is, and it differs from town to town. '' for nobody.
 */
export const ownerMark = (ctx: Ctx): string =>
  ctx.actor.accountId ? keyedHash('offline-owner', `${ctx.town.id} ${ctx.actor.accountId}`).toString('base64url').slice(0, 22) : ''
