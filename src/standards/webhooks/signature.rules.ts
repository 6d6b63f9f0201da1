import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// Standard Webhooks 1.0.0 (standardwebhooks.com): HMAC-SHA256 over id, time and body; secrets as `whsec_` and base64.
const PREFIX = 'whsec_'

/** 256 random bits in the form in which libraries for Standard Webhooks take them. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64')

const keyOf = (secret: string): Buffer => Buffer.from(secret.slice(PREFIX.length), 'base64')

/** One signature: `v1,` and base64. */
export const signatureOf = (secret: string, { id, seconds, body }: { id: string; seconds: number; body: string }): string =>
  `v1,${createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.${body}`).digest('base64')}`

/** What stands in the head of a delivery: one signature for each secret that counts at present. */
export const signedHeaders = (
  secrets: readonly string[],
  message: { id: string; seconds: number; body: string },
): Record<string, string> => ({
  'content-type': 'application/json; charset=utf-8',
  'user-agent': 'Stadtplatz-Webhooks/1',
  'webhook-id': message.id,
  'webhook-timestamp': String(message.seconds),
  'webhook-signature': secrets.map((secret) => signatureOf(secret, message)).join(' '),
})

/** Older or younger than that is not taken: somebody could send again what was overheard. */
const TOLERANCE_SECONDS = 300

/** Whether a delivery was signed with this secret, and lately. What a receiver does (docs/webhooks.md). */
export function isGenuine(secret: string, headers: Headers, body: string, nowSeconds: number): boolean {
  const id = headers.get('webhook-id') ?? ''
  const seconds = Number(headers.get('webhook-timestamp'))
  if (!Number.isInteger(seconds) || Math.abs(nowSeconds - seconds) > TOLERANCE_SECONDS) return false
  const right = Buffer.from(signatureOf(secret, { id, seconds, body }))
  return (headers.get('webhook-signature') ?? '')
    .split(' ')
    .map((one) => Buffer.from(one))
    .some((given) => given.length === right.length && timingSafeEqual(given, right))
}
