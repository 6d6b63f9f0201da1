import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'
import type { Locale } from '#platform/text.ts'

/** One account over all towns of an installation (Konto). What a town knows of her is the person there. */
export type Account = {
  id: string
  email: string
  name: string
  passwordHash: string | null
  totpSecret: string | null
  totpConfirmedAt: Date | null
  totpLastStep: number | null
  locale: Locale
  createdAt: Date
  demoRole: string | null
}

/** Addresses are kept and compared in small letters. */
export const Email = z.string().trim().toLowerCase().pipe(z.email().max(254))
export const PersonName = z.string().trim().min(1).max(200)

export const FRESH_MINUTES = 15

/** What the owner reads in the log of her account. */
export const logKinds = [
  'created',
  'signedIn',
  'signedOutElsewhere',
  'passwordChanged',
  'passwordReset',
  'emailChanged',
  'nameChanged',
  'secondFactorOn',
  'secondFactorOff',
  'recoveryCodeUsed',
  'recoveryCodesMade',
  'passkeyAdded',
  'passkeyRemoved',
  'identityConnected',
  'identityRemoved',
] as const
export type LogKind = (typeof logKinds)[number]

/** A person ended her account: towns let go of what they keep about her only because of it. Subject: the person. */
export const AccountDeleted = defineEvent({ kind: 'account.deleted', audience: 'internal', data: z.object({}) })
