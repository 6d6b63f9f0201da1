import { z } from 'zod'
import type { SessionTrust } from '../sessions/session.rules.ts'

const Trust = z.enum(['basic', 'substantial', 'high'])

/** A provider of identities that speaks OpenID Connect, as the operator declares it. */
const Provider = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,30}$/),
  name: z.string().min(1).max(80),
  issuer: z.url(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  scope: z.string().default('openid email profile'),
  /** The claim that says how well the person is known, and what its values mean here; without them: basic. */
  trustClaim: z.string().optional(),
  trustMap: z.record(z.string(), Trust).optional(),
})
export type Provider = z.output<typeof Provider>

/** Reads OIDC_PROVIDERS. Throws one sentence when it cannot be used. */
export function readProviders(text: string | undefined): Provider[] {
  if (!text) return []
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new Error('Set OIDC_PROVIDERS to a JSON list of providers: it is not JSON.')
  }
  const parsed = z.array(Provider).max(20).safeParse(value)
  if (!parsed.success)
    throw new Error(
      `Set OIDC_PROVIDERS to another value: ${parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}.`,
    )
  if (new Set(parsed.data.map(({ id }) => id)).size < parsed.data.length)
    throw new Error('Set OIDC_PROVIDERS to another value: two providers have the same id.')
  return parsed.data
}

/** Never more than the operator says: an unknown value is basic. */
export function trustOf({ trustClaim, trustMap }: Provider, claims: Readonly<Record<string, unknown>>): SessionTrust {
  const value = trustClaim ? claims[trustClaim] : undefined
  return typeof value === 'string' && trustMap && Object.hasOwn(trustMap, value) ? (trustMap[value] ?? 'basic') : 'basic'
}
