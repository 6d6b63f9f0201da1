import { z } from 'zod'
import { ModerationReason } from './reason.rules.ts'

/** By what a sender is known again. A network is none of them: many people share one. */
export const senderWays = ['account', 'email', 'browser'] as const
export type SenderWay = (typeof senderWays)[number]

/** For how long nothing is taken from a sender. */
export const blockDays = [1, 7, 30, 90] as const

export const BlockInput = z.object({
  partyId: z.uuid(),
  ways: z.array(z.enum(senderWays)).min(1).max(senderWays.length),
  days: z.coerce.number().refine((days) => (blockDays as readonly number[]).includes(days)),
  reason: ModerationReason,
  note: z.string().trim().max(1000).default(''),
})
export type BlockInput = z.output<typeof BlockInput>

/** Somebody who sends, as far as she is known. */
export type Known = { personId?: string | undefined; email?: string | undefined; markHash?: Buffer | undefined }

/** What stands for somebody in each way; only a keyed hash of it is kept. */
export function valuesOf({ personId, email, markHash }: Known): { way: SenderWay; value: string }[] {
  return [
    ...(personId ? [{ way: 'account' as const, value: personId }] : []),
    ...(email ? [{ way: 'email' as const, value: email.trim().toLowerCase() }] : []),
    ...(markHash ? [{ way: 'browser' as const, value: markHash.toString('hex') }] : []),
  ]
}
