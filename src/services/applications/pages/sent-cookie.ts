import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { cookieOf } from '#platform/http/request.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { seal, unseal } from '#platform/keys.ts'
import type { SentDraft } from './send.verbs.ts'

const SECONDS = 30 * 60
const name = 'antrag-quittung'
const PURPOSE = 'applications/sent'

const Sent = z.object({
  town: z.uuid(),
  number: z.string(),
  receiptNumber: z.string(),
  secret: z.string(),
  code: z.string(),
  dueAt: z.coerce.date(),
  changed: z.boolean(),
  confirming: z.boolean().default(false),
  until: z.number(),
})
export type Sent = z.output<typeof Sent>

/** Carries what is shown once over the redirect to its page. Sealed, because answers to forms are kept for repeats. */
export function sentCookie(ctx: Ctx, { number, receiptNumber, secret, code, dueAt, changed, confirming }: SentDraft): SetCookie {
  const until = ctx.now().getTime() + SECONDS * 1000
  const value = seal(PURPOSE, { town: ctx.town.id, number, receiptNumber, secret, code, dueAt, changed, confirming, until })
  return { name, value, maxAge: SECONDS }
}

export function sentFor(ctx: Ctx, number: string, headers: Headers): Sent | undefined {
  const value = cookieOf(headers.get('cookie'), name)
  const sent = Sent.safeParse(value && value.length < 2000 ? unseal(PURPOSE, value) : undefined).data
  return sent && sent.town === ctx.town.id && sent.number === number && sent.until > ctx.now().getTime() ? sent : undefined
}
