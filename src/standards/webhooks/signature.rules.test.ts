import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '#platform/root.ts'
import { isGenuine, newWebhookSecret, signatureOf, signedHeaders } from './signature.rules.ts'

// From the specification of Standard Webhooks and from the tests of its reference libraries.
const vectors = [
  {
    secret: 'whsec_plJ3nmyCDGBKInavdOK15jsl',
    id: 'msg_loFOjxBNrRLzqYUf',
    seconds: 1731705121,
    body: '{"event_type":"ping","data":{"success":true}}',
    signature: 'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
  },
  {
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    seconds: 1614265330,
    body: '{"test": 2432232314}',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
]

test.each(vectors)('signs as the libraries of others do: $id', ({ secret, signature, ...message }) => {
  expect(signatureOf(secret, message)).toBe(signature)
})

describe('what a receiver takes', () => {
  const [mine, other] = [newWebhookSecret(), newWebhookSecret()]
  const message = { id: 'a', seconds: 1_000_000, body: '{"ü":1}' }
  const headers = new Headers(signedHeaders([mine], message))

  test('its own secret, now; also beside another one', () => {
    expect(isGenuine(mine, headers, message.body, message.seconds)).toBe(true)
    const both = new Headers(signedHeaders([other, mine], message))
    expect([mine, other].map((secret) => isGenuine(secret, both, message.body, message.seconds))).toEqual([true, true])
  })

  test('nothing that was changed, signed by another, too old or too new', () => {
    expect(isGenuine(other, headers, message.body, message.seconds)).toBe(false)
    expect(isGenuine(mine, headers, `${message.body} `, message.seconds)).toBe(false)
    for (const away of [-301, 301]) expect(isGenuine(mine, headers, message.body, message.seconds + away)).toBe(false)
    const renamed = new Headers(headers)
    renamed.set('webhook-id', 'b')
    expect(isGenuine(mine, renamed, message.body, message.seconds)).toBe(false)
    expect(isGenuine(mine, new Headers(), message.body, message.seconds)).toBe(false)
  })

  test('secrets are 256 random bits', () => {
    expect(Buffer.from(mine.slice('whsec_'.length), 'base64')).toHaveLength(32)
    expect(mine).not.toBe(other)
  })
})

test('the example in the documentation takes what is genuine and nothing else', async () => {
  const page = readFileSync(join(root, 'docs/webhooks.md'), 'utf8')
  const code = /```js\n([\s\S]*?)```/.exec(page)![1]!
  const { isGenuine: theirs } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  const secret = newWebhookSecret()
  const message = { id: 'a', seconds: Math.floor(Date.now() / 1000), body: '{"ü":1}' }
  const headers = signedHeaders([newWebhookSecret(), secret], message)
  expect(theirs(secret, headers, message.body)).toBe(true)
  expect(theirs(secret, headers, '{}')).toBe(false)
  expect(theirs(newWebhookSecret(), headers, message.body)).toBe(false)
  expect(theirs(secret, signedHeaders([secret], { ...message, seconds: message.seconds - 400 }), message.body)).toBe(false)
})
