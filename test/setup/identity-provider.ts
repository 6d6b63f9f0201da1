import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import { afterAll } from 'vitest'
import { Visitor } from './visitor.ts'

export type IdentityProvider = {
  issuer: string
  /** Signs `subject` in at the provider, beginning with the address a town sent the browser to; returns where it is sent back to. */
  signIn(address: string, subject: string): Promise<string>
  /** What the provider says about a subject. */
  people: Map<string, Record<string, string | boolean>>
}

/** A certified OpenID provider on this machine, with its own pages for development. */
export async function identityProvider(redirectUri: string): Promise<IdentityProvider> {
  const people: IdentityProvider['people'] = new Map()
  const listening = createServer()
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'stadtplatz', client_secret: 'a secret of the town', redirect_uris: [redirectUri] }],
    claims: { openid: ['sub', 'level'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['only for tests'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
    findAccount: (_, subject) => ({ accountId: subject, claims: () => ({ sub: subject, ...people.get(subject) }) }),
    pkce: { required: () => true },
  })
  listening.on('request', provider.callback())
  afterAll(() => new Promise((resolve) => listening.close(resolve)))
  return {
    issuer,
    people,
    async signIn(address, subject) {
      const browser = new Visitor((request) => fetch(request, { redirect: 'manual' }), issuer, {})
      let seen = await browser.get(address.slice(issuer.length))
      for (let step = 0; step < 12; step += 1) {
        const { location } = seen
        if (location && !location.startsWith('/')) return location
        const action = new RegExp(`action="(?:${issuer})?(/[^"]*)"`).exec(seen.body)?.[1]
        const prompt = /name="prompt" value="(\w+)"/.exec(seen.body)?.[1] ?? 'login'
        seen = location
          ? await browser.get(location)
          : await browser.post(action ?? '/', prompt === 'login' ? { prompt, login: subject, password: 'x' } : { prompt })
      }
      throw new Error(`the provider did not send back: ${seen.status} ${seen.body.slice(0, 300)}`)
    },
  }
}
