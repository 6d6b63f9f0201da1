import type { Ctx } from '#platform/context.ts'
import { cookieText } from '#platform/http/cookie.ts'
import { cookieOf } from '#platform/http/request.ts'
import { newSecret } from '#platform/ids.ts'
import { keyedHash } from '#platform/keys.ts'

/** Who uploaded something: an account, or who holds the secret of this browser. Both undefined: programs and forms without cookies. */
export type Owner = { accountId: string | undefined; hash: Buffer | undefined }

export const UPLOAD_COOKIE = 'hochladen'

const hashOf = (secret: string): Buffer => keyedHash('files.owner', secret)

export const ownerOf = (ctx: Ctx, headers?: Headers): Owner => {
  const secret = cookieOf(headers?.get('cookie'), UPLOAD_COOKIE)
  return {
    accountId: ctx.actor.accountId,
    hash: secret && /^[\w-]{43}$/.test(secret) ? hashOf(secret) : undefined,
  }
}

export const isOwner = (owner: Owner, of: Owner): boolean =>
  (of.accountId !== undefined && of.accountId === owner.accountId) ||
  (of.accountId === undefined && of.hash !== undefined && owner.hash !== undefined && of.hash.equals(owner.hash))

/** A secret for a browser that has none yet, with the header that hands it out. */
export function newOwnerCookie(secure: boolean): { hash: Buffer; header: string } {
  const secret = newSecret()
  return {
    hash: hashOf(secret),
    header: cookieText({ name: UPLOAD_COOKIE, value: secret, maxAge: 172_800, sameSite: 'Strict' }, secure),
  }
}
