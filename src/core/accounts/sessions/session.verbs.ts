import type { Ctx } from '#platform/context.ts'
import { sessionCookie } from '#platform/http/asked.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { newId, newSecret } from '#platform/ids.ts'
import { digest } from '#platform/keys.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Account } from '../account.rules.ts'
import { note } from '../account-log.sql.ts'
import { deviceCookie } from '../guessing/known-device.ts'
import { isSecure } from '../secure.ts'
import { personOf } from '../towns/person.sql.ts'
import { LONGEST_DAYS, type SessionTrust, type Way } from './session.rules.ts'
import { deleteSession, deleteSessions, insertSession } from './session.sql.ts'

/** Signs somebody in: always with a new token. Returns the cookies that carry it and that make the device known. */
export async function openSession(
  ctx: Ctx,
  account: Pick<Account, 'id' | 'name' | 'email' | 'locale' | 'passwordHash'>,
  { way, device, trust = 'basic' }: { way: Way; device: string; trust?: SessionTrust },
): Promise<SetCookie[]> {
  const { actor } = ctx
  // Whoever signs in anew in the same browser leaves nothing behind.
  if (actor.accountId && actor.sessionId) await deleteSession(ctx, actor.accountId, actor.sessionId)
  const token = newSecret()
  await insertSession(ctx, { id: newId(), tokenHash: digest(token), accountId: account.id, trust, way, device })
  await personOf(ctx, account)
  await note(ctx, account.id, 'signedIn', device)
  return [{ name: sessionCookie(isSecure(ctx)), value: token, maxAge: LONGEST_DAYS * 86_400 }, deviceCookie(ctx, account)]
}

export const noSession = (ctx: Ctx): SetCookie => ({ name: sessionCookie(isSecure(ctx)), value: '', maxAge: 0 })

/** Ends the session of this browser; at once, because every request asks the table. */
export async function signOut(ctx: Ctx): Promise<Result<undefined>> {
  const { accountId, sessionId } = ctx.actor
  if (accountId && sessionId) await deleteSession(ctx, accountId, sessionId)
  return ok(undefined)
}

/** Ends another session of the same account. Refuses: `unknown`. */
export async function endSession(ctx: Ctx, { id }: { id: string }): Promise<Result<undefined, 'unknown'>> {
  const { accountId } = ctx.actor
  if (!accountId || !(await deleteSession(ctx, accountId, id))) return refuse('unknown')
  await note(ctx, accountId, 'signedOutElsewhere')
  return ok(undefined)
}

/** Ends all sessions but this one. */
export async function endOtherSessions(ctx: Ctx): Promise<Result<{ count: number }>> {
  const { accountId, sessionId } = ctx.actor
  const count = accountId ? await deleteSessions(ctx, accountId, sessionId) : 0
  if (accountId && count > 0) await note(ctx, accountId, 'signedOutElsewhere')
  return ok({ count })
}
