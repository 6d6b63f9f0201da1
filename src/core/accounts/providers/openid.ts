import * as openid from 'openid-client'
import type { Provider } from './provider.rules.ts'

/** What a provider says about a person, checked: signature, issuer, audience, nonce, times. */
export type Claims = { issuer: string; subject: string; name: string; email: string; all: Readonly<Record<string, unknown>> }

/** What this browser was sent away with, and must come back with. */
export type Errand = { state: string; nonce: string; verifier: string }

const SECONDS = 5
const known = new Map<string, Promise<openid.Configuration>>()

/** The provider's own description of itself, asked for once; after a failure again. */
function configurationOf(provider: Provider): Promise<openid.Configuration> {
  const key = `${provider.issuer} ${provider.clientId}`
  const found = known.get(key)
  if (found) return found
  const { issuer, clientId, clientSecret } = provider
  // Plain http only inside this machine, for tests and development.
  const local = /^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(issuer)
  const asking = openid.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: SECONDS,
    ...(local ? { execute: [openid.allowInsecureRequests] } : {}),
  })
  known.set(key, asking)
  asking.catch(() => known.delete(key))
  return asking
}

/** Where to send the browser, and the errand to remember until it comes back. PKCE, state and nonce always. */
export async function sendAway(provider: Provider, returnTo: string): Promise<{ url: URL; errand: Errand }> {
  const configuration = await configurationOf(provider)
  const errand = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() }
  const url = openid.buildAuthorizationUrl(configuration, {
    redirect_uri: returnTo,
    scope: provider.scope,
    state: errand.state,
    nonce: errand.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(errand.verifier),
    code_challenge_method: 'S256',
  })
  return { url, errand }
}

/** Exchanges the code that the browser brought. Throws for every answer that is not exactly what was asked for. */
export async function comeBack(provider: Provider, { state, nonce, verifier }: Errand, cameBackTo: URL): Promise<Claims> {
  const tokens = await openid.authorizationCodeGrant(await configurationOf(provider), cameBackTo, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('the provider sent no ID token')
  const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 200) : '')
  return { issuer: claims.iss, subject: claims.sub, name: text(claims.name), email: text(claims.email), all: claims }
}
