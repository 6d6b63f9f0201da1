import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

let derive: (purpose: string) => Buffer = () => {
  throw new Error('the installation has no key yet')
}

/** Called once by the composition with the configuration's key. */
export function useKeys(key: (purpose: string) => Buffer): void {
  derive = key
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** The key of one purpose, 32 bytes. The key of `area/name` is derived from that of its area. Databases hold what they made: never change it. */
function keyOf(purpose: string): Buffer {
  const [area = '', ...names] = purpose.split('/')
  return names.reduce(hmac, derive(area))
}

/** SHA-256 of a secret of 256 bits: enough where nobody can guess what goes in. */
export const digest = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/**
 * The keyed SHA-256 of `value`: what is kept of codes, link secrets, addresses and networks, so that a stolen table opens
 * nothing and cannot be tried out.
 */
export const keyedHash = (purpose: string, value: string): Buffer => hmac(keyOf(purpose), value)

/** A signature for `text`, as base64url, for links that work without sign-in. */
export const sign = (purpose: string, text: string): string => keyedHash(purpose, text).toString('base64url')

export function isSigned(purpose: string, text: string, signature: string): boolean {
  const right = Buffer.from(sign(purpose, text))
  const given = Buffer.from(signature)
  return right.length === given.length && timingSafeEqual(right, given)
}

const NONCE = 12
const TAG = 16

/** What is sealed has a key of its own, apart from what is hashed for the same purpose. */
type SealPurpose = `${string}/${string}`
const sealingKey = (purpose: SealPurpose): Buffer => keyOf(purpose.replace('/', '/seal '))

/** Encrypts a value so that only this installation can read it, and only for this purpose (AES-256-GCM, base64url). */
export function seal(purpose: SealPurpose, value: unknown): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(purpose), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
}

/** The sealed value; undefined for anything that was not sealed here for this purpose. */
export function unseal(purpose: SealPurpose, sealed: string | undefined): unknown {
  const bytes = Buffer.from(sealed ?? '', 'base64url')
  if (bytes.length <= NONCE + TAG) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(purpose), bytes.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8'))
  } catch {
    return undefined
  }
}
