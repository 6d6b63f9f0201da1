import type { Ctx } from '#platform/context.ts'
import { cookieOf } from '#platform/http/request.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { isSecure } from '../secure.ts'
import { minutesFor, type Purpose } from './challenge.rules.ts'

const name = (ctx: Ctx): string => (isSecure(ctx) ? '__Host-schritt' : 'schritt')

/** Binds what was begun to the browser that began it. */
export const stepCookie = (ctx: Ctx, purpose: Purpose, holder: string): SetCookie => ({
  name: name(ctx),
  value: holder,
  maxAge: minutesFor[purpose] * 60,
})

export const noStep = (ctx: Ctx): SetCookie => ({ name: name(ctx), value: '', maxAge: 0 })

export const holderIn = (ctx: Ctx, headers: Headers): string | undefined => {
  const value = cookieOf(headers.get('cookie'), name(ctx))
  return value && /^[\w-]{43}$/.test(value) ? value : undefined
}
