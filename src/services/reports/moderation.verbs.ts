import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import type { PlaceChoice } from './place.rules.ts'
import type { Worked } from './work.rules.ts'

type Of = { number: string; version?: number | undefined }
type Refused = 'unknown' | 'notAllowed' | 'changedMeanwhile'

/** Shows the report to everybody; with a text, that one instead of the original. `photos` are those to show, all if left out. */
export async function publishReport(
  ctx: Ctx,
  input: Of & { publicText?: string | undefined; photos?: readonly string[] | undefined },
): Promise<Result<Worked, Refused | 'wrongState'>> {
  throw new Error('not yet')
}

/** Takes it from the public; the reporter is told the reason. */
export async function hideReport(ctx: Ctx, input: Of & { reason: string }): Promise<Result<Worked, Refused | 'reasonMissing'>> {
  throw new Error('not yet')
}

/** What the public reads instead of the original, which is kept. */
export async function rewordReport(ctx: Ctx, input: Of & { publicText: string }): Promise<Result<Worked, Refused | 'textMissing'>> {
  throw new Error('not yet')
}

/** Another category; routes again while nobody has accepted. */
export async function recategorise(ctx: Ctx, input: Of & { category: string }): Promise<Result<Worked, Refused | 'categoryUnknown'>> {
  throw new Error('not yet')
}

/** Another place; routes again while nobody has accepted. */
export async function moveReport(ctx: Ctx, input: Of & { place: PlaceChoice }): Promise<Result<Worked, Refused>> {
  throw new Error('not yet')
}
