import type { Ctx } from '#platform/context.ts'
import type { Done, SetCookie } from '#platform/http/route.ts'
import type { Account } from '../account.rules.ts'
import { openChallenge } from '../challenges/challenge.verbs.ts'
import { noStep, stepCookie } from '../challenges/step-cookie.ts'
import { deviceName } from '../device-name.ts'
import { pendingIdentity } from '../providers/pending.ts'
import { safePath } from '../safe-path.ts'
import type { SessionTrust, Way } from '../sessions/session.rules.ts'
import { openSession } from '../sessions/session.verbs.ts'

/** What a verb of signing in may know of the request. */
export type Asked = { headers: Headers; cookie: (name: string) => string | undefined }

/** Where a step of signing in leads, and with which cookies. */
export type Arrival = { to: string; cookies: SetCookie[] }

export const arrive = ({ to, cookies }: Arrival): Done => ({ to, cookies })

/** Ways that bring their second factor along: a passkey is unlocked by its owner, a provider has asked for what it wants. */
const complete: ReadonlySet<Way> = new Set<Way>(['passkey', 'provider', 'demo', 'signUp'])

/** The first factor was right: in, or on to the second factor. */
export async function enter(
  ctx: Ctx,
  account: Account,
  { way, to, trust, asked }: { way: Way; to: string | undefined; trust?: SessionTrust; asked: Asked },
): Promise<Arrival> {
  if (account.totpConfirmedAt && !complete.has(way)) {
    const { holder } = await openChallenge(ctx, 'secondFactor', { accountId: account.id, facts: { to: safePath(to), way } })
    return { to: '/anmelden/zweiter-faktor', cookies: [stepCookie(ctx, 'secondFactor', holder)] }
  }
  return await enterFully(ctx, account, { way, to, asked, ...(trust ? { trust } : {}) })
}

export async function enterFully(
  ctx: Ctx,
  account: Account,
  { way, to, trust = 'basic', asked }: { way: Way; to: string | undefined; trust?: SessionTrust; asked: Asked },
): Promise<Arrival> {
  const cookies = await openSession(ctx, account, { way, trust, device: deviceName(asked.headers.get('user-agent')) })
  const language: SetCookie[] = asked.cookie('sprache') ? [] : [{ name: 'sprache', value: account.locale, maxAge: 31_536_000 }]
  const connecting = pendingIdentity(ctx, asked.headers) !== undefined
  return { to: connecting ? '/mein/konto/verbinden' : safePath(to), cookies: [...cookies, ...language, noStep(ctx)] }
}
