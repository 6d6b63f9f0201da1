import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { readNumber } from '../cases/index.ts'
import { takeUp } from '../cases/step.verbs.ts'
import { type CarryRefusal, carryOut, goOn, runningOf } from './carry-out.ts'
import { checkWho } from './rights.ts'

/** One step of the workflow by staff. `version` is that of the case when the form was made. */
export const StepInput = z.object({
  number: z.string().max(40),
  step: z.string().max(40),
  version: z.coerce.number().int().optional(),
  text: z.string().trim().max(10_000).optional(),
  reason: z.string().max(40).optional(),
  /** What the decision says. */
  outcome: z.string().max(40).optional(),
  /** The day on which a letter was handed over. */
  day: z.iso.date().optional(),
})
export type StepInput = z.input<typeof StepInput>

export type Worked = { caseId: string; number: string; state: string; version: number }
export type StepRefused = CarryRefusal | 'unknown' | 'unknownStep' | 'notAllowed' | 'notYourUnit' | 'changedMeanwhile' | 'inIncident'

export async function takeStep(ctx: Ctx, given: StepInput): Promise<Result<Worked, StepRefused>> {
  const input = StepInput.parse(given)
  const taken = await takeUp(ctx, { number: readNumber(input.number) ?? '' }, input.version)
  if (!taken.ok) return taken
  const running = await runningOf(ctx, taken.value)
  if (!running) return refuse('unknown')
  const step = running.workflow.steps.find(({ key }) => key === input.step)
  if (!step) return refuse('unknownStep')
  const right = await checkWho(ctx, running.case, step.who)
  if (!right.ok) return right
  const done = await carryOut(ctx, running, step, input, { personId: ctx.actor.personId })
  if (!done.ok) return done
  const { id: caseId, number, state, version } = (await goOn(ctx, done.value)).case
  return ok({ caseId, number, state, version })
}
