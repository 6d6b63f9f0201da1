import type { Ctx } from '#platform/context.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { newSecret } from '#platform/ids.ts'
import { isSigned, sign } from '#platform/keys.ts'
import { isSecure } from '../secure.ts'

const DAYS = 400

export const deviceCookieName = (ctx: Ctx): string => (isSecure(ctx) ? '__Host-geraet' : 'geraet')

const PURPOSE = 'accounts/device'
const claimOf = (accountId: string, passwordHash: string | null, nonce: string): string => JSON.stringify([accountId, passwordHash, nonce])

/** Says to this browser that its owner signed in here. A new password makes it worthless. */
export const deviceCookie = (ctx: Ctx, account: { id: string; passwordHash: string | null }): SetCookie => {
  const nonce = newSecret().slice(0, 22)
  const value = `${nonce}.${sign(PURPOSE, claimOf(account.id, account.passwordHash, nonce))}`
  return { name: deviceCookieName(ctx), value, maxAge: DAYS * 86_400 }
}

/** The mark of the device when the account's owner signed in on it before. */
export function knownDevice(
  cookie: string | undefined,
  account: { id: string; passwordHash: string | null } | undefined,
): string | undefined {
  const [nonce, mark] = (cookie ?? '').split('.')
  if (!nonce || !mark || nonce.length !== 22) return undefined
  // Also computed for nobody, so that it takes as long.
  const fits = isSigned(PURPOSE, claimOf(account?.id ?? '', account?.passwordHash ?? null, nonce), mark)
  return account && fits ? nonce : undefined
}
