import { z } from 'zod'
import { type Asked, type Begun, type OnlineState, type Provider, ProviderTrouble } from './provider.rules.ts'

// The Payments API of Mollie, version 2 (docs.mollie.com/reference/payments-api).
const TIMEOUT_MS = 8_000
const ANSWER_BYTES = 256 * 1024

const Payment = z.object({
  id: z.string().regex(/^tr_\w{1,60}$/),
  status: z.string(),
  amount: z.object({ currency: z.literal('EUR'), value: z.string().regex(/^\d{1,9}\.\d{2}$/) }),
  _links: z.object({ checkout: z.object({ href: z.url({ protocol: /^https?$/ }) }).optional() }).optional(),
})

/** `pending` and `authorized` are on their way; what was paid stays `paid`, given back or not. */
const stateOf = (status: string): OnlineState =>
  status === 'paid' ? 'paid' : ['canceled', 'expired', 'failed'].includes(status) ? 'failed' : 'open'

const amountOf = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
const centsOf = (value: string): number => Math.round(Number(value) * 100)

export function mollie(key: string, base: string): Provider {
  const call = async (path: string, more: { method?: string; headers?: Record<string, string>; body?: string } = {}): Promise<Response> => {
    try {
      return await fetch(base + path, {
        ...more,
        headers: { authorization: `Bearer ${key}`, accept: 'application/json', ...more.headers },
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
    } catch (cause) {
      throw new ProviderTrouble('no answer', { cause })
    }
  }
  const payment = async (response: Response): Promise<z.output<typeof Payment>> => {
    const text = await response.text().catch((cause) => {
      throw new ProviderTrouble('the answer broke off', { cause })
    })
    if (!response.ok || text.length > ANSWER_BYTES) throw new ProviderTrouble(`answers ${response.status}`)
    try {
      return Payment.parse(JSON.parse(text))
    } catch (cause) {
      throw new ProviderTrouble('an answer that is no payment', { cause })
    }
  }
  return {
    async begin({ key: once, cents, words, returnTo, tellAt, locale }: Asked): Promise<Begun> {
      const body = {
        amount: { currency: 'EUR', value: amountOf(cents) },
        description: words,
        redirectUrl: returnTo,
        webhookUrl: tellAt,
        locale: locale === 'de' ? 'de_DE' : 'en_US',
      }
      const headers = { 'content-type': 'application/json', 'idempotency-key': once }
      const made = await payment(await call('/payments', { method: 'POST', headers, body: JSON.stringify(body) }))
      if (!made._links?.checkout) throw new ProviderTrouble('a payment without its page')
      return { providerId: made.id, payAt: made._links.checkout.href }
    },
    async look(providerId) {
      const response = await call(`/payments/${encodeURIComponent(providerId)}`)
      if (response.status === 404 || response.status === 410) {
        await response.body?.cancel()
        return { state: 'unknown', cents: 0 }
      }
      const found = await payment(response)
      if (found.id !== providerId) throw new ProviderTrouble('an answer about another payment')
      return { state: stateOf(found.status), cents: centsOf(found.amount.value) }
    },
  }
}
