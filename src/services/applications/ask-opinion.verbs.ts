import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { readNumber, unitBy } from '../cases/index.ts'
import { insertMessage } from '../cases/message.sql.ts'
import { takeUp, tell } from '../cases/step.verbs.ts'
import { applicationEvents } from './application.events.ts'
import { changeApplication } from './application.sql.ts'
import { nextLook, runningOf } from './carry-out.ts'
import { insertOpinion, opinionsOf } from './opinion.sql.ts'
import { checkWho } from './rights.ts'
import { timeIsOver } from './time.rules.ts'

/** Of one case that wait at the same time, those of the workflow included. */
const MOST_OPEN = 20

export const AskOpinionInput = z.object({
  number: z.string().max(40),
  unitId: z.uuid().optional(),
  days: z.coerce.number().int().min(1).max(180).default(10),
  text: z.string().trim().max(4000).default(''),
})
export type AskOpinionInput = z.input<typeof AskOpinionInput>

type Refused =
  | 'unknown'
  | 'notAllowed'
  | 'notYourUnit'
  | 'caseIsClosed'
  | 'unitMissing'
  | 'unitUnknown'
  | 'sameUnit'
  | 'textMissing'
  | 'alreadyAsked'
  | 'tooManyOpinions'

/** Asks a department beside those that the workflow names; its opinion is known by the unit's id as its key, and holds nothing up. */
export async function askOpinion(ctx: Ctx, given: AskOpinionInput): Promise<Result<{ number: string }, Refused>> {
  const { number, unitId, days, text } = AskOpinionInput.parse(given)
  const taken = await takeUp(ctx, { number: readNumber(number) ?? '' }, undefined)
  const running = taken.ok ? await runningOf(ctx, taken.value) : undefined
  if (!running) return refuse('unknown')
  const it = running.case
  const right = await checkWho(ctx, it, { by: 'unit' })
  if (!right.ok) return right
  if (it.closedAt) return refuse('caseIsClosed')
  if (!unitId) return refuse('unitMissing', { field: 'unitId' })
  if (unitId === it.unitId) return refuse('sameUnit', { field: 'unitId' })
  if (!(await unitBy(ctx, unitId))) return refuse('unitUnknown', { field: 'unitId' })
  if (!text) return refuse('textMissing', { field: 'text' })
  const waiting = (await opinionsOf(ctx, it.id)).filter(({ givenAt, closedAt }) => !givenAt && !closedAt)
  if (waiting.some((one) => one.unitId === unitId)) return refuse('alreadyAsked', { field: 'unitId' })
  if (waiting.length >= MOST_OPEN) return refuse('tooManyOpinions', { facts: { count: MOST_OPEN } })
  const dueAt = timeIsOver(ctx.now(), { count: days, in: 'days' }, ctx.town)
  await insertOpinion(ctx, { id: newId(ctx.now().getTime()), caseId: it.id, key: unitId, unitId, required: false, dueAt })
  await changeApplication(ctx, it.id, { look_at: (await nextLook(ctx, it, running.workflow)) ?? null })
  const messageId = await insertMessage(ctx, { caseId: it.id, kind: 'note', audience: 'internal', text, unitId: it.unitId })
  await tell(ctx, it, {
    event: applicationEvents.opinionAsked,
    data: { toUnitId: unitId, messageId, ...(it.unitId ? { unitId: it.unitId } : {}) },
    about: [{ type: 'organisation', id: unitId }],
    shownTo: 'internal',
  })
  return ok({ number: it.number })
}
