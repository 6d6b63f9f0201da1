import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { endAssignment } from '../cases/assignment.sql.ts'
import { lockCase } from '../cases/case.sql.ts'
import { type Case, caseById, type Party } from '../cases/index.ts'
import { toConfirm } from '../cases/mail/address.verbs.ts'
import { closeQuestions, closeShared, countMessages, insertMessage, openQuestions } from '../cases/message.sql.ts'
import { confirmParty } from '../cases/party.sql.ts'
import { addPhotos } from '../cases/photo.ts'
import { moveCase, tell } from '../cases/step.verbs.ts'
import { categoryBy } from './catalogue.sql.ts'
import { endTasksOf } from './contractor/end-task.ts'
import { nowWaits } from './escalation/wait.ts'
import { countAt } from './incident/incident.sql.ts'
import { waits } from './incident/questions.sql.ts'
import { lockStanding } from './incident/standing.ts'
import { type BlockRefused, refuseBlockedParty } from './moderation/block.verbs.ts'
import { publication } from './personal.rules.ts'
import { reportEvents } from './report.events.ts'
import { reportProcess } from './report.rules.ts'
import { changeReport, reportOfCase } from './report.sql.ts'
import { begin } from './send.verbs.ts'

/** The link in the confirmation mail was used: by `secret` of the link `/meldungen/bestaetigen/{secret}`. Using it again changes nothing. */
export async function confirmEmail(ctx: Ctx, input: { secret: string }): Promise<Result<{ number: string; party: Party }, 'unknown'>> {
  const found = await toConfirm(ctx, 'report', input.secret)
  if (!found) return refuse('unknown')
  const { case: it, party } = found
  if (!party.emailConfirmedAt) await confirmed(ctx, it, party)
  return ok({ number: it.number, party: { ...party, emailConfirmedAt: ctx.now() } })
}

/** What follows when an address is known to be the party's. */
export async function confirmed(ctx: Ctx, it: Case, party: Party): Promise<void> {
  const waited = it.state === 'unconfirmed' && party.role === 'reporter'
  await confirmParty(ctx, party)
  await tell(ctx, it, {
    event: reportEvents.confirmed,
    data: { partyId: party.id, ...(waited && it.toCheck ? { toCheck: true } : {}) },
    role: party.role,
    shownTo: 'parties',
  })
  if (waited) await count(ctx, it)
}

/** From now on the report counts: it is published if it may be, and goes to a unit. */
async function count(ctx: Ctx, it: Case): Promise<void> {
  const category = (await categoryBy(ctx, it.typeId))!
  const report = (await reportOfCase(ctx, it.id))!
  const photos = it.hasPhoto ? 1 : 0
  const published = publication(category.publish, `${report.text}\n${report.placeNote}`, photos).now
  const moved = await moveCase(ctx, reportProcess, it, 'confirm', {}, published ? { published, publicText: report.text } : {})
  if (!moved.ok) throw new Error('an unconfirmed report can be confirmed')
  if (published) await changeReport(ctx, it.id, { published_at: ctx.now() })
  await begin(ctx, moved.value.case, category, report.roadOwner)
}

/** Answers the open question, with text or photos. */
export async function answerQuestion(
  ctx: Ctx,
  party: Party,
  input: { text?: string | undefined; photos?: readonly string[] | undefined },
): Promise<Result<{ number: string }, 'wrongState' | 'textMissing' | 'notAllowed' | 'fileGone' | 'tooManyFiles'>> {
  if (party.role === 'subscriber') return refuse('notAllowed')
  const text = input.text?.trim() ?? ''
  const photos = input.photos ?? []
  if (!text && photos.length === 0) return refuse('textMissing', { field: 'text' })
  const held = await lockStanding(ctx, party.caseId)
  if (!held || !(await isAsked(ctx, held))) return refuse('wrongState')
  const { own, head } = held
  await closeQuestions(ctx, own.id)
  if (own.state === 'question') {
    const moved = await moveCase(ctx, reportProcess, own, 'answer', { text: text || 'photo' })
    if (!moved.ok) return refuse('wrongState')
    await nowWaits(ctx, moved.value.case, { waits: 'answer' })
    return await fromParty(ctx, moved.value.case, party, { text, photos, kind: 'answer', from: moved.value.from })
  }
  // Of those who were asked together the first who answers lets the work go on.
  await closeShared(ctx, head)
  if (head.state === 'question' && !(await waits(ctx, head))) {
    const moved = await moveCase(ctx, reportProcess, head, 'answer', { text: text || 'photo' })
    if (moved.ok) await nowWaits(ctx, moved.value.case, { waits: 'answer' })
  }
  return await fromParty(ctx, own, party, { text, photos, kind: 'answer', from: own.state })
}

/** A question to this report's parties, or to those of all, is open. */
async function isAsked(ctx: Ctx, { own, head }: { own: Case; head: Case }): Promise<boolean> {
  if (own.state !== 'question' && head.state !== 'question') return false
  if ((await openQuestions(ctx, { caseId: own.id })).length > 0) return true
  return own.id !== head.id && (await openQuestions(ctx, { caseId: head.id })).some(({ shared }) => shared)
}

/** Words of one party in a day, so that nobody fills a case. */
const MOST_A_DAY = 10

/** A word of a party to the town when nothing was asked. `mark` is of the browser that writes. */
export async function writeToTown(
  ctx: Ctx,
  party: Party,
  input: { text: string; photos?: readonly string[] | undefined; mark?: string | undefined },
): Promise<Result<{ number: string }, 'textMissing' | 'tooManyMessages' | BlockRefused | 'notAllowed' | 'fileGone' | 'tooManyFiles'>> {
  if (party.role === 'subscriber') return refuse('notAllowed')
  const text = input.text.trim()
  if (!text) return refuse('textMissing', { field: 'text' })
  const it = await caseById(ctx, party.caseId)
  if (!it) return refuse('notAllowed')
  const free = await refuseBlockedParty(ctx, party, input)
  if (!free.ok) return free
  const dayAgo = new Date(ctx.now().getTime() - 86_400_000)
  if ((await countMessages(ctx, it.id, party.id, dayAgo)) >= MOST_A_DAY) return refuse('tooManyMessages')
  return await fromParty(ctx, it, party, { text, photos: input.photos ?? [], kind: 'message', from: it.state })
}

type Said = { text: string; photos: readonly string[]; kind: 'answer' | 'message'; from: string }

async function fromParty(ctx: Ctx, it: Case, party: Party, { text, photos, kind, from }: Said) {
  const messageId = text ? await insertMessage(ctx, { caseId: it.id, kind, audience: 'parties', text, partyId: party.id }) : undefined
  const eventId = await tell(ctx, it, {
    event: kind === 'answer' ? reportEvents.answered : reportEvents.received,
    data: { from, to: it.state, partyId: party.id, ...(messageId ? { messageId } : {}) },
    role: party.role,
    about: it.incidentId ? [{ type: 'case', id: it.incidentId }] : [],
  })
  const added = await addPhotos(ctx, it, photos, { role: 'answer', audience: 'parties', eventId })
  return added.ok ? ok({ number: it.number }) : added
}

/** The reporter takes the report back. */
export async function withdrawReport(ctx: Ctx, party: Party): Promise<Result<{ number: string }, 'wrongState' | 'notAllowed'>> {
  if (party.role !== 'reporter') return refuse('notAllowed')
  const it = await lockCase(ctx, { id: party.caseId })
  // Others rely on it as well: the town takes it out first.
  if (!it || it.incidentId || (await countAt(ctx, it.id)) > 0) return refuse('wrongState')
  const moved = await moveCase(ctx, reportProcess, it, 'withdraw', {}, { result: 'withdrawn' })
  if (!moved.ok) return refuse('wrongState')
  await changeReport(ctx, it.id, { end_reason: 'withdrawn' })
  await endAssignment(ctx, it.id, 'ended')
  await endTasksOf(ctx, it, 'ended')
  await nowWaits(ctx, moved.value.case)
  await tell(ctx, moved.value.case, {
    event: reportEvents.ended,
    data: { from: moved.value.from, to: moved.value.to, reason: 'withdrawn', partyId: party.id },
    role: party.role,
    shownTo: 'parties',
  })
  return ok({ number: it.number })
}
