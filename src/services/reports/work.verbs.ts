import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import type { Priority } from '../cases/index.ts'
import type { StepInput, StepRefused, Worked } from './work.rules.ts'

type Of = { number: string; version?: number | undefined }
type Refused = 'unknown' | 'notAllowed' | 'notYourUnit' | 'changedMeanwhile'

/** One step of the state table by staff. `changedMeanwhile` has the facts who and when. */
export async function takeStep(ctx: Ctx, input: StepInput): Promise<Result<Worked, StepRefused>> {
  throw new Error('not yet')
}

/** Gives the report to one person of the unit, or to nobody. */
export async function assignTo(ctx: Ctx, input: Of & { personId: string | undefined }): Promise<Result<Worked, Refused | 'personUnknown'>> {
  throw new Error('not yet')
}

export async function setPriority(ctx: Ctx, input: Of & { priority: Priority }): Promise<Result<Worked, Refused>> {
  throw new Error('not yet')
}

/** Only staff reads it. */
export async function addNote(ctx: Ctx, input: Of & { text: string }): Promise<Result<Worked, Refused | 'textMissing'>> {
  throw new Error('not yet')
}

/** A word to everybody at any time, with photos if there are some. */
export async function sayInPublic(
  ctx: Ctx,
  input: Of & { text: string; photos?: readonly string[] | undefined },
): Promise<Result<Worked, Refused | 'textMissing'>> {
  throw new Error('not yet')
}

/** A message to the parties that needs no answer. */
export async function writeToParties(ctx: Ctx, input: Of & { text: string }): Promise<Result<Worked, Refused | 'textMissing'>> {
  throw new Error('not yet')
}

/** Members of the case's unit who may be given it. */
export async function possibleAssignees(ctx: Ctx, number: string): Promise<{ id: string; name: string }[]> {
  throw new Error('not yet')
}
