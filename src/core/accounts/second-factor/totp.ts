import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as all authenticator apps have it: SHA-1, six digits, half a minute. */
const PERIOD = 30

const totpOf = (secret: string, label = '', issuer = ''): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), label, issuer, digits: 6, period: PERIOD, algorithm: 'SHA1' })

/** 160 random bits, base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator app reads from the QR code. */
export const totpAddress = (secret: string, label: string, issuer: string): string => totpOf(secret, label, issuer).toString()

/** The step (of 30 seconds since 1970) to which a code belongs; one earlier and one later count too. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD) + delta
}

export const codeAt = (secret: string, at: Date): string => totpOf(secret).generate({ timestamp: at.getTime() })
