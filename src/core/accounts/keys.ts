import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

let root: Buffer | undefined

/** Called once by the composition: the installation's key for accounts, 32 bytes. */
export function setAccountKey(key: Buffer): void {
  root = key
}

function keyFor(purpose: string): Buffer {
  if (!root) throw new Error('the key for accounts was not set')
  return createHmac('sha256', root).update(purpose).digest()
}

/** SHA-256 of a secret of 256 bits: enough where nobody can guess what goes in. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** A digest that nobody can compute without the installation's key: for short codes, addresses and networks. */
export const digestOf = (purpose: string, text: string): Buffer => createHmac('sha256', keyFor(purpose)).update(text).digest()

/** Encrypts a value so that only this installation can read it, and only for this purpose (AES-256-GCM). */
export function seal(purpose: string, value: unknown): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(`seal ${purpose}`), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url')
}

/** The sealed value; undefined for anything that was not sealed here for this purpose. */
export function unseal(purpose: string, sealed: string | undefined): unknown {
  if (!sealed) return undefined
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 29) return undefined
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(`seal ${purpose}`), bytes.subarray(0, 12))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'))
  } catch {
    return undefined
  }
}
