import { createHmac, timingSafeEqual } from 'node:crypto'

let derive: (purpose: string) => Buffer = () => {
  throw new Error('the installation has no key yet')
}

/** Called once by the composition with the configuration's key. */
export function useKeys(key: (purpose: string) => Buffer): void {
  derive = key
}

/** The keyed SHA-256 of `value`: what is kept of codes and link secrets, so that a stolen table opens nothing. */
export const keyedHash = (purpose: string, value: string): Buffer => createHmac('sha256', derive(purpose)).update(value).digest()

/** A signature for `text`, as base64url, for links that work without sign-in. */
export const sign = (purpose: string, text: string): string => keyedHash(purpose, text).toString('base64url')

export function isSigned(purpose: string, text: string, signature: string): boolean {
  const right = Buffer.from(sign(purpose, text))
  const given = Buffer.from(signature)
  return right.length === given.length && timingSafeEqual(right, given)
}
