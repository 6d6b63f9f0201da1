import { timingSafeEqual } from 'node:crypto'
import type { Ctx } from '#platform/context.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { newSecret } from '#platform/ids.ts'
import { digestOf } from '../keys.ts'
import { isSecure } from '../secure.ts'

const DAYS = 400

export const deviceCookieName = (ctx: Ctx): string => (isSecure(ctx) ? '__Host-geraet' : 'geraet')

const markOf = (accountId: string, passwordHash: string | null, nonce: string): Buffer =>
  digestOf('device', JSON.stringify([accountId, passwordHash, nonce]))

/** Says to this browser that its owner signed in here. A new password makes it worthless. */
export const deviceCookie = (ctx: Ctx, account: { id: string; passwordHash: string | null }): SetCookie => {
  const nonce = newSecret().slice(0, 22)
  const value = `${nonce}.${markOf(account.id, account.passwordHash, nonce).toString('base64url')}`
  return { name: deviceCookieName(ctx), value, maxAge: DAYS * 86_400 }
}

/** The mark of the device when the account's owner signed in on it before. */
export function knownDevice(
  cookie: string | undefined,
  account: { id: string; passwordHash: string | null } | undefined,
): string | undefined {
  const [nonce, mark] = (cookie ?? '').split('.')
  if (!nonce || !mark || nonce.length !== 22) return undefined
  const given = Buffer.from(mark, 'base64url')
  // Also computed for nobody, so that it takes as long.
  const expected = markOf(account?.id ?? '', account?.passwordHash ?? null, nonce)
  return account && given.length === expected.length && timingSafeEqual(given, expected) ? nonce : undefined
}
