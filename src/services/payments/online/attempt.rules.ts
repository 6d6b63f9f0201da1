import type { OnlineState } from './provider.rules.ts'

/** An attempt to pay online. `begun` as long as the provider has not answered. */
export type Attempt = {
  id: string
  chargeId: string
  cents: number
  providerId: string | undefined
  payAt: string | undefined
  state: 'begun' | OnlineState
  startedAt: Date
}

/** A page to pay at is good for so long; a provider's own limit is longer. */
const GOOD_MS = 10 * 60_000

export const isGood = ({ startedAt }: Attempt, now: Date): boolean => now.getTime() - startedAt.getTime() < GOOD_MS
