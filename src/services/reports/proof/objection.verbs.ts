import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type Case, caseById, type Party } from '../../cases/index.ts'
import { insertMessage } from '../../cases/message.sql.ts'
import { addPhotos } from '../../cases/photo.ts'
import { moveCase, tell } from '../../cases/step.verbs.ts'
import { categoryBy } from '../catalogue.sql.ts'
import { dueAfter } from '../due.rules.ts'
import { nowWaits } from '../escalation/wait.ts'
import { lockStanding } from '../incident/standing.ts'
import { refuseBlockedParty } from '../moderation/block.verbs.ts'
import { reportEvents } from '../report.events.ts'
import { reportProcess } from '../report.rules.ts'
import { changeReport } from '../report.sql.ts'
import { type Closing, countReopens, endClosing, lastClosing, openClosing } from './closing.sql.ts'
import { AUTOMATIC_REOPENS, objectUntil, outcomeOf } from './objection.rules.ts'
import { countObjections, hasObjected, insertObjection } from './objection.sql.ts'

export type ObjectionRefused =
  | 'notAllowed'
  | 'wrongState'
  | 'tooLateToObject'
  | 'objectedAlready'
  | 'objectionDecided'
  | 'objectionEmpty'
  | 'senderBlocked'
  | 'addressBlocked'
  | 'fileGone'
  | 'tooManyFiles'

const mayObject = ({ role }: Party) => role === 'reporter' || role === 'supporter'

/** "The damage is still there": one sentence or one photo, once for each party and closing. Enough of them open the report again. */
export async function objectTo(
  ctx: Ctx,
  party: Party,
  input: { text?: string | undefined; photos?: readonly string[] | undefined; mark?: string | undefined },
): Promise<Result<{ number: string; reopened: boolean }, ObjectionRefused>> {
  if (!mayObject(party)) return refuse('notAllowed')
  const text = input.text?.trim() ?? ''
  const photos = input.photos ?? []
  if (!text && photos.length === 0) return refuse('objectionEmpty', { field: 'text' })
  const free = await refuseBlockedParty(ctx, party, input)
  if (!free.ok) return free
  const held = await lockStanding(ctx, party.caseId)
  // The damage was repaired for all who told of it: the reporter of each may say that it was not.
  const it = held?.head
  if (!held || it?.state !== 'done' || !it.closedAt) return refuse('wrongState')
  const { own } = held
  if (objectUntil(it.closedAt) < ctx.now()) return refuse('tooLateToObject')
  const now = await closingNow(ctx, it, it.closedAt)
  if (!now) return refuse('objectionDecided')
  const { closing } = now
  const byReporter = party.role === 'reporter'
  if (!(await insertObjection(ctx, { caseId: it.id, closing, partyId: party.id, byReporter }))) return refuse('objectedAlready')
  const messageId = text
    ? await insertMessage(ctx, { caseId: own.id, kind: 'message', audience: 'parties', text, partyId: party.id })
    : undefined
  const eventId = await tell(ctx, own, {
    event: reportEvents.vetoed,
    data: { partyId: party.id, ...(messageId ? { messageId } : {}) },
    role: party.role,
    about: own.id === it.id ? [] : [{ type: 'case', id: it.id }],
  })
  const added = await addPhotos(ctx, own, photos, { role: 'answer', audience: 'parties', eventId })
  if (!added.ok) return added
  return ok({ number: own.number, reopened: await weigh(ctx, it, closing) })
}

const takesObjections = ({ outcome }: Closing) => outcome === 'open' || outcome === 'lead'

/** The closing to object to; undefined if it is decided. Reports that were done before closings were kept get theirs with the first objection. */
async function closingNow(ctx: Ctx, it: Case, doneAt: Date): Promise<Closing | undefined> {
  const last = await lastClosing(ctx, it.id)
  if (last?.outcome === 'turnedDown') return undefined
  return last && takesObjections(last) ? last : await openClosing(ctx, it.id, doneAt)
}

async function weigh(ctx: Ctx, it: Case, closing: number): Promise<boolean> {
  const found = await countObjections(ctx, { caseId: it.id, closing })
  const outcome = outcomeOf({ ...found, reopens: await countReopens(ctx, it.id) })
  if (outcome === 'reopen') await openAgain(ctx, it)
  if (outcome === 'lead' && (await lastClosing(ctx, it.id))?.outcome === 'open') {
    await endClosing(ctx, it.id, 'lead')
    await tell(ctx, it, { event: reportEvents.escalated, data: {}, role: 'system' })
  }
  return outcome === 'reopen'
}

/** Back to the unit and person who said it was done, without anybody of the staff. */
async function openAgain(ctx: Ctx, it: Case): Promise<void> {
  const category = await categoryBy(ctx, it.typeId)
  const moved = await moveCase(
    ctx,
    reportProcess,
    it,
    'reopen',
    { reason: 'notFixed' },
    { dueAt: dueAfter(ctx.now(), category?.deadlineDays ?? 10, ctx.town) },
  )
  if (!moved.ok) throw new Error('a report that is done can be opened again')
  await changeReport(ctx, it.id, { end_reason: null, planned_for: null })
  await endClosing(ctx, it.id, 'reopened')
  await nowWaits(ctx, moved.value.case, { waits: 'objection' })
  await tell(ctx, moved.value.case, {
    event: reportEvents.reopened,
    data: { from: moved.value.from, to: moved.value.to, reason: 'notFixed' },
    role: 'system',
  })
}

/**
 * What a party can do about a repair: `open` until a day, `given`, `turnedDown` by the lead, or `over`. `lead`: it does not open by
 * itself any more, and she decides `now`, or `next`, once enough have objected. Undefined where there is nothing to object to.
 */
export type ObjectionState = { until: Date; state: 'open' | 'given' | 'turnedDown' | 'over'; lead: 'now' | 'next' | undefined }

export async function objectionOf(
  ctx: Ctx,
  party: Party,
  { id, stage, closedAt }: Pick<Case, 'id' | 'stage' | 'closedAt'>,
): Promise<ObjectionState | undefined> {
  if (!mayObject(party) || stage !== 'done' || !closedAt) return undefined
  const until = objectUntil(closedAt)
  const head = (await caseById(ctx, id))?.incidentId ?? id
  const last = await lastClosing(ctx, head)
  const lead = last?.outcome === 'lead' ? 'now' : (await countReopens(ctx, head)) >= AUTOMATIC_REOPENS ? 'next' : undefined
  if (last?.outcome === 'turnedDown') return { until, state: 'turnedDown', lead }
  const given = last && takesObjections(last) && (await hasObjected(ctx, { caseId: head, closing: last.closing, partyId: party.id }))
  return { until, state: given ? 'given' : until < ctx.now() ? 'over' : 'open', lead }
}
