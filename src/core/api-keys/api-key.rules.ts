import { z } from 'zod'

/** A key by which a program of others may do something in one town. Who has it acts as that program, never as a person. */
export type ApiKey = {
  id: string
  name: string
  /** The first letters of the key, by which its owner knows it again. */
  beginning: string
  scopes: readonly string[]
  unitId: string | undefined
  createdAt: Date
  expiresAt: Date | undefined
  lastUsedAt: Date | undefined
  revokedAt: Date | undefined
}

export type KeyState = 'valid' | 'expired' | 'revoked'

export const stateOf = ({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: Date): KeyState =>
  revokedAt ? 'revoked' : expiresAt && expiresAt <= now ? 'expired' : 'valid'

const name = z.string().trim().min(1).max(100)

export const NewApiKey = z.object({
  name,
  scopes: z.array(z.string().max(60)).min(1, 'error.choice').max(50),
  /** The last day on which it is valid. */
  expiresOn: z.iso.date().optional(),
  unitId: z.uuid().optional(),
})
export type NewApiKey = z.output<typeof NewApiKey>

export const ApiKeyName = z.object({ name })

/** More would be a mistake somewhere. */
export const MOST_KEYS = 200

/** Keys begin alike, so that scanners for leaked secrets find them. */
export const keyOf = (secret: string): string => `stadtplatz_${secret}`
/** Of the key itself enough to tell two apart, and too little to guess the rest. */
export const beginningOf = (key: string): string => key.replace(/^stadtplatz_/, '').slice(0, 4)
