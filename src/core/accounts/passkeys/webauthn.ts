import { isIP } from 'node:net'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Town } from '#platform/context.ts'

export type PasskeyKey = { credentialId: string; publicKey: Buffer; counter: number; transports: string[] }

/** The host name that passkeys of this town belong to; undefined where browsers allow none (addresses of numbers). */
export function rpIdOf(town: Pick<Town, 'origin'>): string | undefined {
  if (!URL.canParse(town.origin)) return undefined
  const host = new URL(town.origin).hostname
  return isIP(host.replace(/[[\]]/g, '')) ? undefined : host
}

/** The options for making a passkey, and what it has to sign. The account's id is what it keeps to find the account again. */
export async function makingOptions(
  rpId: string,
  names: { town: string; email: string; name: string },
  account: { id: string; credentialIds: readonly string[] },
) {
  const options = await generateRegistrationOptions({
    rpName: names.town,
    rpID: rpId,
    userName: names.email,
    userDisplayName: names.name,
    userID: new Uint8Array(Buffer.from(account.id.replaceAll('-', ''), 'hex')),
    excludeCredentials: account.credentialIds.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options, sign: options.challenge }
}

/** For signing in with whatever passkey the person chooses. */
export async function askingOptions(rpId: string) {
  const options = await generateAuthenticationOptions({ rpID: rpId, userVerification: 'required' })
  return { options, sign: options.challenge }
}

type Expected = { sign: string; origin: string; rpId: string }

/** The new passkey; undefined when the browser's answer is not to be trusted. */
export async function madePasskey(answer: string, { sign, origin, rpId }: Expected): Promise<PasskeyKey | undefined> {
  const response = parsed<RegistrationResponseJSON>(answer)
  if (!response) return undefined
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge: sign,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
    })
    if (!verified) return undefined
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential
    return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports: transports.slice(0, 10) }
  } catch {
    return undefined
  }
}

/** Which passkey an answer claims to come from. */
export const credentialIdOf = (answer: string): string | undefined => parsed<AuthenticationResponseJSON>(answer)?.id

/** The passkey's new counter; undefined when the signature or anything else is wrong. */
export async function usedPasskey(answer: string, key: PasskeyKey, { sign, origin, rpId }: Expected): Promise<number | undefined> {
  const response = parsed<AuthenticationResponseJSON>(answer)
  if (!response) return undefined
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: sign,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    return undefined
  }
}

/** The library checks the shape itself; here only that it is an object with an id. */
function parsed<T extends { id: string }>(answer: string): T | undefined {
  try {
    const value: unknown = JSON.parse(answer)
    const fits = typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' && 'response' in value
    return fits ? (value as unknown as T) : undefined
  } catch {
    return undefined
  }
}
