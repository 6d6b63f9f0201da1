import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

type Kept = {
  id: string
  status: string
  amount: { currency: string; value: string }
  webhookUrl: string
  redirectUrl: string
  description: string
}

/** The other side of Mollie's Payments API v2 (docs.mollie.com/reference/payments-api), as far as a payment needs it, and as strict. */
export async function mollieCounterpart(key: string) {
  const payments = new Map<string, Kept>()
  const byKey = new Map<string, Kept>()
  let mood: 'well' | 'broken' | 'nonsense' = 'well'

  const answerTo = async (request: IncomingMessage): Promise<[status: number, body: unknown]> => {
    const fault = (status: number, detail: string): [number, unknown] => [status, { status, title: 'Error', detail }]
    if (request.headers.authorization !== `Bearer ${key}`) return fault(401, 'Missing authentication, or failed to authenticate')
    const id = /^\/v2\/payments\/(\w+)$/.exec(request.url ?? '')?.[1]
    if (request.method === 'GET' && id)
      return payments.has(id) ? [200, shown(payments.get(id)!)] : fault(404, 'No payment exists with this token')
    if (request.method !== 'POST' || request.url !== '/v2/payments') return fault(404, 'Not found')
    const once = String(request.headers['idempotency-key'] ?? '')
    const known = byKey.get(once)
    if (once && known) return [201, shown(known)]
    const body = await jsonOf(request)
    const { amount, description, redirectUrl, webhookUrl } = body
    if (!/^\d+\.\d{2}$/.test(amount?.value ?? '') || amount?.currency !== 'EUR') return fault(422, 'The amount contains an invalid value')
    if (!description || description.length > 255) return fault(422, 'The description is invalid')
    if (!redirectUrl || !webhookUrl || ![redirectUrl, webhookUrl].every((one) => URL.canParse(one))) return fault(422, 'The URL is invalid')
    const made: Kept = {
      id: `tr_${String(payments.size + 1).padStart(10, '0')}`,
      status: 'open',
      amount,
      description,
      redirectUrl,
      webhookUrl,
    }
    payments.set(made.id, made)
    if (once) byKey.set(once, made)
    return [201, shown(made)]
  }

  const server = createServer((request, response) => {
    if (mood === 'broken') return void response.writeHead(503).end('maintenance')
    if (mood === 'nonsense') return void response.writeHead(200, { 'content-type': 'application/hal+json' }).end('{"id":7}')
    void answerTo(request).then(([status, body]) =>
      response.writeHead(status, { 'content-type': 'application/hal+json' }).end(JSON.stringify(body)),
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v2`,
    payments,
    be: (next: typeof mood) => {
      mood = next
    },
    /** What the payer does at the page; returns where the provider says so. */
    settle(id: string, status: 'paid' | 'failed' | 'canceled' | 'expired'): string {
      const it = payments.get(id)!
      it.status = status
      return new URL(it.webhookUrl).pathname
    },
    end: () => new Promise<void>((done) => server.close(() => done())),
  }
}

const shown = ({ id, status, amount, description }: Kept) => ({
  resource: 'payment',
  id,
  status,
  amount,
  description,
  _links: {
    self: { href: `https://api.mollie.com/v2/payments/${id}` },
    checkout: { href: `https://www.mollie.com/checkout/${id}`, type: 'text/html' },
  },
})

async function jsonOf(request: IncomingMessage): Promise<Partial<Kept>> {
  let text = ''
  for await (const part of request) text += part
  return JSON.parse(text)
}
