import { z } from 'zod'
import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { readNumber } from '../cases/index.ts'
import { insertMessage } from '../cases/message.sql.ts'
import { takeUp, tell } from '../cases/step.verbs.ts'
import { workingUnits } from '../cases/unit.sql.ts'
import { applicationEvents } from './application.events.ts'
import { goOn, runningOf } from './carry-out.ts'
import { verdicts } from './opinion.rules.ts'
import { keepOpinion, opinionsOf } from './opinion.sql.ts'
import { WORK } from './rights.ts'

export const OpinionInput = z.object({
  number: z.string().max(40),
  /** Of the opinion in the workflow. */
  key: z.string().max(40),
  verdict: z.enum(verdicts),
  text: z.string().trim().min(1).max(10_000),
})
export type OpinionInput = z.input<typeof OpinionInput>

/** A department that was asked says what it thinks. When all are in, the case goes on by itself. */
export async function giveOpinion(
  ctx: Ctx,
  given: OpinionInput,
): Promise<Result<{ number: string }, 'unknown' | 'notAllowed' | 'notAsked' | 'notYourUnit'>> {
  const input = OpinionInput.parse(given)
  if (!may(ctx, WORK)) return refuse('notAllowed')
  const taken = await takeUp(ctx, { number: readNumber(input.number) ?? '' }, undefined)
  const running = taken.ok ? await runningOf(ctx, taken.value) : undefined
  if (!running) return refuse('unknown')
  const it = running.case
  const asked = (await opinionsOf(ctx, it.id)).find(({ key, givenAt, closedAt }) => key === input.key && !givenAt && !closedAt)
  if (!asked) return refuse('notAsked')
  if (ctx.actor.kind !== 'system' && !(await workingUnits(ctx)).includes(asked.unitId)) return refuse('notYourUnit')
  const messageId = await insertMessage(ctx, { caseId: it.id, kind: 'note', audience: 'internal', text: input.text, unitId: asked.unitId })
  await keepOpinion(ctx, asked, { verdict: input.verdict, messageId })
  await tell(ctx, it, {
    event: applicationEvents.opinionGiven,
    data: { unitId: asked.unitId, messageId, reason: input.verdict },
    about: [{ type: 'organisation', id: asked.unitId }],
    shownTo: 'internal',
  })
  await goOn(ctx, running)
  return ok({ number: it.number })
}
