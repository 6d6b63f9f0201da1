import { randomInt } from 'node:crypto'
import { z } from 'zod'

export const purposes = ['signUp', 'signIn', 'reset', 'newEmail', 'confirm', 'secondFactor', 'passkey'] as const
export type Purpose = (typeof purposes)[number]

/** What is remembered between two steps. Nothing in it is shown to anybody but the browser that began. */
export type Facts = {
  /** Where to go on afterwards. */
  to?: string
  /** How the first step was taken, for the session that follows the second. */
  way?: string
  /** What a passkey has to sign. */
  sign?: string
}

export type Challenge = {
  id: string
  purpose: Purpose
  email: string | null
  accountId: string | null
  name: string | null
  passwordHash: string | null
  locale: 'de' | 'en'
  facts: Facts
  attempts: number
  expiresAt: Date
}

/** Wrong answers after which a code is worth nothing: five tries at a million are no risk. */
export const MAX_ATTEMPTS = 5

/** Minutes that an answer may take. */
export const minutesFor: Record<Purpose, number> = {
  signUp: 60,
  signIn: 15,
  reset: 30,
  newEmail: 60,
  confirm: 15,
  secondFactor: 10,
  passkey: 5,
}

/** Six digits, as people type them: spaces between them do not matter. */
export const Code = z
  .string()
  .transform((text) => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, 'accounts.error.code'))

export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0')
export const spacedCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`

export const Secret = z.string().regex(/^[\w-]{43}$/)
