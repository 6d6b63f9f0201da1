import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { cookieOf } from '#platform/http/request.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { seal, unseal } from '#platform/keys.ts'
import { isSecure } from '../secure.ts'

const MINUTES = 20

/** An identity that a provider vouched for and that belongs to no account yet. Sealed in a cookie: this browser's alone. */
const Pending = z.object({
  issuer: z.string(),
  subject: z.string(),
  provider: z.string(),
  name: z.string(),
  email: z.string(),
  until: z.number(),
})
export type Pending = z.output<typeof Pending>

const Errand = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string(),
  until: z.number(),
})
export type SealedErrand = z.output<typeof Errand>

const nameOf = (ctx: Ctx, word: string): string => (isSecure(ctx) ? `__Host-${word}` : word)

/** Keeps a value in this browser for some minutes, so that nobody can read or change it. */
function sealedCookie(ctx: Ctx, word: string, value: object): SetCookie {
  const until = ctx.now().getTime() + MINUTES * 60_000
  return { name: nameOf(ctx, word), value: seal(`accounts/${word}`, { ...value, until }), maxAge: MINUTES * 60 }
}

function readSealed<S extends z.ZodType<{ until: number }>>(ctx: Ctx, word: string, schema: S, headers: Headers): z.output<S> | undefined {
  const parsed = schema.safeParse(unseal(`accounts/${word}`, cookieOf(headers.get('cookie'), nameOf(ctx, word))))
  return parsed.success && parsed.data.until > ctx.now().getTime() ? parsed.data : undefined
}

const gone = (ctx: Ctx, word: string): SetCookie => ({ name: nameOf(ctx, word), value: '', maxAge: 0 })

export const pendingCookie = (ctx: Ctx, pending: Omit<Pending, 'until'>): SetCookie => sealedCookie(ctx, 'verbindung', pending)
export const pendingIdentity = (ctx: Ctx, headers: Headers): Pending | undefined => readSealed(ctx, 'verbindung', Pending, headers)
export const noPending = (ctx: Ctx): SetCookie => gone(ctx, 'verbindung')

export const errandCookie = (ctx: Ctx, errand: Omit<SealedErrand, 'until'>): SetCookie => sealedCookie(ctx, 'anbieter', errand)
export const errandOf = (ctx: Ctx, headers: Headers): SealedErrand | undefined => readSealed(ctx, 'anbieter', Errand, headers)
export const noErrand = (ctx: Ctx): SetCookie => gone(ctx, 'anbieter')
