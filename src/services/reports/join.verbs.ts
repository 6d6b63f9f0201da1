import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import type { Party } from '../cases/index.ts'

/** "Me too". Signed in: nothing is needed. `mark` is a random value from a cookie, so that an unnamed browser counts once. */
export const JoinInput = z.object({
  number: z.string().max(20),
  email: z.email().max(320).optional(),
  name: z.string().trim().min(1).max(200).optional(),
  text: z.string().trim().max(2000).optional(),
  photos: z.array(z.uuid()).max(5).default([]),
  mark: z.string().min(16).max(100).optional(),
})
export type JoinInput = z.input<typeof JoinInput>

/** `secret` and `code` are empty when the person had joined before. */
export type Joined = { number: string; secret: string; code: string; supportCount: number; already: boolean; confirming: boolean }

/** Joins a published, open report. Refuses: `unknown`, `alreadyEnded`. Counts once per person, address or browser. */
export async function joinReport(ctx: Ctx, input: JoinInput): Promise<Result<Joined, 'unknown' | 'alreadyEnded'>> {
  throw new Error('not yet')
}

/** Takes the support or subscription back. */
export async function leaveReport(ctx: Ctx, party: Party): Promise<Result<{ number: string }, 'unknown' | 'notAllowed'>> {
  throw new Error('not yet')
}

export const SubscribeInput = z.object({ number: z.string().max(20), email: z.email().max(320).optional() })

/** News by e-mail (after confirmation) or as notifications of the signed-in person. Never says whether an address was known. */
export async function subscribeToReport(
  ctx: Ctx,
  input: z.input<typeof SubscribeInput>,
): Promise<Result<{ number: string; confirming: boolean }, 'unknown' | 'contactMissing'>> {
  throw new Error('not yet')
}
