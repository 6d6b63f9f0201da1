import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { caseByNumber, readNumber } from '#services/cases/index.ts'
import { addNote, type StepInput, takeStep, type Worked } from '#services/reports/index.ts'
import { outsideSteps } from './outside.rules.ts'
import { claimKey } from './receipt.sql.ts'

type Keyed = { number: string; key?: string | undefined }

/** Does it once for each key that a device made: the same again is answered as if it was done now. */
async function once<R extends string>(
  ctx: Ctx,
  { number, key }: Keyed,
  work: () => Promise<Result<Worked, R>>,
): Promise<Result<Worked, R | 'unknown'>> {
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  if (!it) return refuse('unknown')
  const { personId } = ctx.actor
  if (key && personId && !(await claimKey(ctx, key, personId, it.id)))
    return ok({ caseId: it.id, number: it.number, state: it.state, version: it.version })
  return await work()
}

/** One of the steps that can be taken on the spot; the state table says whether it is still possible. */
export const stepOutside = (ctx: Ctx, { key, ...input }: StepInput & { key?: string | undefined }) =>
  once(ctx, { number: input.number, key }, async () =>
    outsideSteps.includes(input.verb) ? await takeStep(ctx, input) : refuse('notAllowed'),
  )

/** What was seen on the spot, in words and photos, for the colleagues alone. */
export const noteOutside = (ctx: Ctx, { key, ...input }: Keyed & { text: string; photos: readonly string[] }) =>
  once(ctx, { number: input.number, key }, () => addNote(ctx, input))
