import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { lockCase } from '../cases/case.sql.ts'
import type { Party } from '../cases/index.ts'
import { stepsFrom } from '../workflows/workflow.rules.ts'
import { type CarryRefusal, carryOut, goOn, runningOf } from './carry-out.ts'

export type PartyRefusal = CarryRefusal | 'notAllowed'

/** The applicant takes a step of hers: the one of this event that the workflow allows now. */
async function take(
  ctx: Ctx,
  party: Party,
  event: 'answered' | 'withdrawn' | 'closed' | 'reopened',
  given: { text?: string },
): Promise<Result<{ number: string }, PartyRefusal>> {
  if (party.role !== 'applicant') return refuse('notAllowed')
  const it = await lockCase(ctx, { id: party.caseId })
  const running = it && (await runningOf(ctx, it))
  if (!running) return refuse('notAllowed')
  const step = stepsFrom(running.workflow, running.case.state).find((one) => one.who.by === 'party' && one.event === event)
  if (!step) return refuse('wrongState')
  const done = await carryOut(ctx, running, step, given, { partyId: party.id, role: 'applicant' })
  if (!done.ok) return done
  return ok({ number: (await goOn(ctx, done.value)).case.number })
}

/** Answers what the office asked. */
export const answerOffice = (ctx: Ctx, party: Party, input: { text: string }) => take(ctx, party, 'answered', input)

/** What the office answered is enough. */
export const thankOffice = (ctx: Ctx, party: Party) => take(ctx, party, 'closed', {})

/** What the office answered is not enough, and why. */
export const insistOnAnswer = (ctx: Ctx, party: Party, input: { text: string }) => take(ctx, party, 'reopened', input)

/** Takes the application back. */
export const withdrawApplication = (ctx: Ctx, party: Party) => take(ctx, party, 'withdrawn', {})
