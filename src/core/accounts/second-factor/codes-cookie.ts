import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { cookieOf } from '#platform/http/request.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { seal, unseal } from '#platform/keys.ts'
import { isSecure } from '../secure.ts'

const Codes = z.object({ codes: z.array(z.string()), accountId: z.string(), until: z.number() })
const MINUTES = 5
const name = (ctx: Ctx): string => (isSecure(ctx) ? '__Host-codes' : 'codes')

/** Carries new recovery codes to the page that shows them: the table has only their digests. */
export const codesCookie = (ctx: Ctx, codes: readonly string[]): SetCookie => ({
  name: name(ctx),
  value: seal('accounts/codes', { codes, accountId: ctx.actor.accountId, until: ctx.now().getTime() + MINUTES * 60_000 }),
  maxAge: MINUTES * 60,
})

export function codesIn(ctx: Ctx, headers: Headers): string[] | undefined {
  const parsed = Codes.safeParse(unseal('accounts/codes', cookieOf(headers.get('cookie'), name(ctx))))
  const fits = parsed.success && parsed.data.accountId === ctx.actor.accountId && parsed.data.until > ctx.now().getTime()
  return fits ? parsed.data.codes : undefined
}
