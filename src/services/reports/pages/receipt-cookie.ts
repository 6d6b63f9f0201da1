import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { cookieOf } from '#platform/http/request.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { seal, unseal } from '#platform/keys.ts'

const SECONDS = 30 * 60

/** What is shown once after sending or joining. */
const Receipt = z.object({
  town: z.uuid(),
  kind: z.enum(['sent', 'joined']),
  number: z.string(),
  secret: z.string(),
  code: z.string(),
  confirming: z.boolean(),
  published: z.boolean(),
  dueAt: z.coerce.date().optional(),
  until: z.number(),
})
export type Receipt = z.output<typeof Receipt>

const name = 'quittung'
const PURPOSE = 'reports/receipt'

/**
 * Carries the receipt over the redirect to its page. Sealed, because answers to forms are kept for repeats: the town itself
 * must not hold the secret of a link longer than the answer takes.
 */
export function receiptCookie(
  ctx: Ctx,
  sent: { kind: Receipt['kind']; number: string; secret: string; code: string; confirming: boolean; published: boolean; dueAt?: Date },
): SetCookie {
  const { kind, number, secret, code, confirming, published, dueAt } = sent
  const until = ctx.now().getTime() + SECONDS * 1000
  const receipt = { town: ctx.town.id, kind, number, secret, code, confirming, published, dueAt, until }
  return { name, value: seal(PURPOSE, receipt), maxAge: SECONDS }
}

/** The receipt of this report, if this browser sent it within the last half hour. */
export function receiptFor(ctx: Ctx, number: string, headers: Headers): Receipt | undefined {
  const value = cookieOf(headers.get('cookie'), name)
  if (!value || value.length > 2000) return undefined
  const parsed = Receipt.safeParse(unseal(PURPOSE, value))
  if (!parsed.success) return undefined
  const { town, number: ofNumber, until } = parsed.data
  return town === ctx.town.id && ofNumber === number && until > ctx.now().getTime() ? parsed.data : undefined
}
