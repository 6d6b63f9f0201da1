import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import type { Party } from '../cases/index.ts'

/** The link in the confirmation mail was used: by `secret` of the link `/meldungen/bestaetigen/{secret}`. */
export async function confirmEmail(ctx: Ctx, input: { secret: string }): Promise<Result<{ number: string; party: Party }, 'unknown'>> {
  throw new Error('not yet')
}

/** Answers the open question, with text or photos. */
export async function answerQuestion(
  ctx: Ctx,
  party: Party,
  input: { text?: string | undefined; photos?: readonly string[] | undefined },
): Promise<Result<{ number: string }, 'wrongState' | 'textMissing' | 'notAllowed'>> {
  throw new Error('not yet')
}

/** A word of a party to the town when nothing was asked. */
export async function writeToTown(
  ctx: Ctx,
  party: Party,
  input: { text: string; photos?: readonly string[] | undefined },
): Promise<Result<{ number: string }, 'textMissing' | 'tooManyMessages' | 'notAllowed'>> {
  throw new Error('not yet')
}

/** The reporter takes the report back. */
export async function withdrawReport(ctx: Ctx, party: Party): Promise<Result<{ number: string }, 'wrongState' | 'notAllowed'>> {
  throw new Error('not yet')
}
