import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { readNumber } from '../cases/index.ts'
import { takeUp } from '../cases/step.verbs.ts'
import { lettersOf } from '../letters/index.ts'
import { templateByKey } from '../letters/template/template.sql.ts'
import type { WorkflowStep } from '../workflows/workflow.rules.ts'
import { type CarryRefusal, carryOut, goOn, type Running, runningOf } from './carry-out.ts'
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
export type StepRefused =
  | CarryRefusal
  | 'letterMissing'
  | 'unknown'
  | 'unknownStep'
  | 'notAllowed'
  | 'notYourUnit'
  | 'changedMeanwhile'
  | 'inIncident'

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
  const day = await letterDay(ctx, running, step)
  if (!day.ok) return day
  const done = await carryOut(ctx, running, step, { ...input, day: day.value ?? input.day }, { personId: ctx.actor.personId })
  if (!done.ok) return done
  const { id: caseId, number, state, version } = (await goOn(ctx, done.value)).case
  return ok({ caseId, number, state, version })
}

/**
 * The day on which the letter of this step was handed over. A step that names a kind of letter which the town has is taken with such a
 * letter alone; of others the clerk says the day.
 */
async function letterDay(
  ctx: Ctx,
  { case: it, application }: Running,
  step: WorkflowStep,
): Promise<Result<string | undefined, 'letterMissing'>> {
  const template = step.needs.includes('letter') && step.letter ? await templateByKey(ctx, step.letter) : undefined
  if (!template || template.closedAt) return ok(undefined)
  const handed = (await lettersOf(ctx, it.id, 'parties')).filter(
    ({ templateId, handedOverAt }) => templateId === template.id && handedOverAt && handedOverAt >= application.stateSince,
  )
  const day = handed.at(-1)?.handedOverOn
  return day ? ok(day) : refuse('letterMissing')
}
