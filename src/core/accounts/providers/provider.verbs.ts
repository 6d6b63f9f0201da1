import type { Ctx } from '#platform/context.ts'
import { type Reply, redirect } from '#platform/http/reply.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { accountById } from '../account.sql.ts'
import { note } from '../account-log.sql.ts'
import { flashCookie } from '../flash-cookie.ts'
import { safePath } from '../safe-path.ts'
import { type Asked, enter } from '../sign-in/enter.ts'
import { accountOfIdentity, deleteIdentities, insertIdentity, markIdentityUsed } from './identity.sql.ts'
import { type Claims, comeBack, sendAway } from './openid.ts'
import { errandCookie, errandOf, noErrand, pendingCookie, pendingIdentity } from './pending.ts'
import { type Provider, trustOf } from './provider.rules.ts'

const returnPath = (provider: Provider): string => `/anmelden/mit/${provider.id}/zurueck`
const returnAddress = (ctx: Ctx, provider: Provider): string => ctx.town.origin + ctx.town.base + returnPath(provider)

const notReached = (ctx: Ctx): Reply => redirect('/anmelden', 303, [noErrand(ctx), flashCookie('danger', 'accounts.provider.failed')])

/**
 * Sends the browser to the provider; what it has to come back with is sealed in a cookie. `ctx` is of a transaction that is over: the
 * provider may take its time.
 */
export async function startErrand(ctx: Ctx, provider: Provider, to: string | undefined): Promise<Reply> {
  try {
    const { url, errand } = await sendAway(provider, returnAddress(ctx, provider))
    return redirect(url.toString(), 302, [errandCookie(ctx, { provider: provider.id, to: safePath(to), ...errand })])
  } catch (error) {
    ctx.log.warn({ err: error, provider: provider.id }, 'an identity provider could not be used')
    return notReached(ctx)
  }
}

/**
 * The browser came back. A known identity is signed in; an unknown one is never joined to an account by its e-mail
 * address: the person signs in or up first, and connects it then.
 */
export async function finishErrand(ctx: Ctx, provider: Provider, cameBackTo: URL, headers: Headers, asked: Asked): Promise<Reply> {
  const errand = errandOf(ctx, headers)
  if (errand?.provider !== provider.id) return notReached(ctx)
  const address = new URL(returnAddress(ctx, provider))
  address.search = cameBackTo.search
  let claims: Claims
  try {
    claims = await comeBack(provider, errand, address)
  } catch (error) {
    ctx.log.warn({ err: error, provider: provider.id }, 'the answer of an identity provider was refused')
    return notReached(ctx)
  }
  // The protocol comes back by GET, which only reads, and waited for the provider: the rest has a transaction of its own.
  return await ctx.separately((own) => enterAs(own, provider, claims, { to: errand.to, asked }))
}

async function enterAs(
  ctx: Ctx,
  provider: Provider,
  claims: Claims,
  { to, asked }: { to: string | undefined; asked: Asked },
): Promise<Reply> {
  const { issuer, subject } = claims
  const accountId = await accountOfIdentity(ctx, issuer, subject)
  const account = accountId ? await accountById(ctx, accountId) : undefined
  if (accountId && !account) return notReached(ctx)
  if (!account) {
    const pending = pendingCookie(ctx, { issuer, subject, provider: provider.id, name: claims.name, email: claims.email })
    return redirect(ctx.actor.kind === 'person' ? '/mein/konto/verbinden' : '/anmelden/verbinden', 303, [noErrand(ctx), pending])
  }
  await markIdentityUsed(ctx, issuer, subject)
  const arrival = await enter(ctx, account, { way: 'provider', to, trust: trustOf(provider, claims.all), asked })
  const cookies: SetCookie[] = [...arrival.cookies, noErrand(ctx)]
  return redirect(arrival.to, 303, cookies)
}

/** Connects the identity that this browser brought to the account that is signed in. Refuses: `stepExpired`, `identityTaken`. */
export async function connectIdentity(ctx: Ctx, _: unknown, asked: Asked): Promise<Result<undefined, 'stepExpired' | 'identityTaken'>> {
  const accountId = ctx.actor.accountId ?? ''
  const pending = pendingIdentity(ctx, asked.headers)
  if (!pending) return refuse('stepExpired')
  const { issuer, subject, provider } = pending
  if (!(await insertIdentity(ctx, { issuer, subject, provider, accountId }))) {
    return (await accountOfIdentity(ctx, issuer, subject)) === accountId ? ok(undefined) : refuse('identityTaken')
  }
  await note(ctx, accountId, 'identityConnected')
  return ok(undefined)
}

/** Refuses: `unknown`. */
export async function disconnectIdentity(ctx: Ctx, { provider }: { provider: string }): Promise<Result<undefined, 'unknown'>> {
  const accountId = ctx.actor.accountId ?? ''
  if ((await deleteIdentities(ctx, accountId, provider)) === 0) return refuse('unknown')
  await note(ctx, accountId, 'identityRemoved')
  return ok(undefined)
}
