import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { cookieOf } from '#platform/http/request.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { keyedHash } from '#platform/keys.ts'

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
const key = () => keyedHash('report.receipt', 'AES-256-GCM')

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
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), iv)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(receipt), 'utf8'), cipher.final()])
  return { name, value: Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url'), maxAge: SECONDS }
}

/** The receipt of this report, if this browser sent it within the last half hour. */
export function receiptFor(ctx: Ctx, number: string, headers: Headers): Receipt | undefined {
  const value = cookieOf(headers.get('cookie'), name)
  if (!value || value.length > 2000) return undefined
  try {
    const bytes = Buffer.from(value, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    const text = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    const receipt = Receipt.parse(JSON.parse(text))
    const valid = receipt.town === ctx.town.id && receipt.number === number && receipt.until > ctx.now().getTime()
    return valid ? receipt : undefined
  } catch {
    return undefined
  }
}
