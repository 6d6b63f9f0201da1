import type { Ctx } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { caseById } from '../cases/case.sql.ts'
import type { Case } from '../cases/index.ts'
import { askToConfirm } from '../cases/mail/party-mail.ts'
import { openCase } from '../cases/open.verbs.ts'
import { type Added, addParty } from '../cases/party.verbs.ts'
import { addPhotos } from '../cases/photo.ts'
import { tell } from '../cases/step.verbs.ts'
import { dangerIn, readAnswers } from './answer.rules.ts'
import { categoryBy } from './catalogue.sql.ts'
import type { Answers, Category } from './category.rules.ts'
import { dueAfter } from './due.rules.ts'
import { refuseBlocked } from './moderation/block.verbs.ts'
import { clockDoubt } from './observed.rules.ts'
import { publication } from './personal.rules.ts'
import { keepPromise, promiseFor } from './promise/promise.make.ts'
import { reportEvents } from './report.events.ts'
import { type ReportState, reportProcess } from './report.rules.ts'
import { caseIdByClientKey, insertReport } from './report.sql.ts'
import { onBehalf, roleOf, senderOf } from './reporter.ts'
import { routeReport } from './routing.run.ts'
import { ReportInput, type SendRefusal, type Sent } from './send.rules.ts'

/**
 * Takes a report. Refuses: `danger` (facts: emergency = 110 or 112), `categoryUnknown`, `answerMissing`/`answerInvalid`
 * (field `answers.{code}`), `textOrPhotoMissing`, `contactMissing` (category without anonymous reports), `observedInFuture`, `keysTaken`.
 */
export const sendReport = (ctx: Ctx, given: ReportInput): Promise<Result<Sent, SendRefusal>> => receiveReport(ctx, given, begin)

/** As `sendReport`; `next` is what follows at once when the report counts. */
export async function receiveReport(ctx: Ctx, given: ReportInput, next: typeof begin): Promise<Result<Sent, SendRefusal>> {
  const input = ReportInput.parse(given)
  const category = await categoryBy(ctx, input.category)
  if (!category || category.closedAt) return refuse('categoryUnknown', { field: 'category' })
  const answers = checked(ctx, input, category)
  if (!answers.ok) return answers
  const earlier = input.clientKey ? await caseIdByClientKey(ctx, input.clientKey) : undefined
  if (earlier) return ok(repeated((await caseById(ctx, earlier))!))
  const sender = await senderOf(ctx, input)
  if (!category.anonymous && !sender.personId && !sender.email && !sender.phone) return refuse('contactMissing', { field: 'email' })
  // Who types for somebody else at the counter is not that sender.
  const free = onBehalf(ctx, input.channel) ? ok(true) : await refuseBlocked(ctx, { ...sender, mark: input.mark })
  if (!free.ok) return free

  const waits = category.confirmEmail && sender.email !== undefined && sender.personId === undefined
  const received = await receive(ctx, input, category, answers.value, waits ? 'unconfirmed' : reportProcess.start)
  const added = await addParty(ctx, { caseId: received.id, role: 'reporter', ...sender, keys: input.keys, mark: input.mark })
  if (!added && input.keys) return refuse('keysTaken')
  if (!added) throw new Error('a new case has no other party')
  const eventId = await tell(ctx, received, {
    event: reportEvents.sent,
    data: { to: received.state, partyId: added.party.id, ...(received.toCheck ? { toCheck: true } : {}) },
    about: sender.personId ? [{ type: 'person', id: sender.personId }] : [],
    role: roleOf(ctx, input.channel),
    shownTo: 'parties',
  })
  const photos = await addPhotos(ctx, received, input.photos, {
    role: 'before',
    audience: received.published ? 'public' : 'parties',
    eventId,
  })
  if (!photos.ok) return refuse(photos.refusal.code, { field: 'photos' })
  await askToConfirm(ctx, received, added)

  const now = waits ? received : await next(ctx, received, category, input.place.roadOwner)
  return ok(receiptOf(now, added))
}

function checked(ctx: Ctx, input: ReturnType<typeof ReportInput.parse>, category: Category): Result<Answers, SendRefusal> {
  const emergency = dangerIn(category, input.answers)
  if (emergency) return refuse('danger', { facts: { emergency } })
  if (input.text === '' && input.photos.length === 0) return refuse('textOrPhotoMissing', { field: 'text' })
  if (!input.keys && input.observedAt && clockDoubt(input.observedAt, ctx.now()) === 'future')
    return refuse('observedInFuture', { field: 'observedAt' })
  return readAnswers(category.questions, input.answers)
}

async function receive(
  ctx: Ctx,
  { place, ...input }: ReturnType<typeof ReportInput.parse>,
  category: Category,
  answers: Answers,
  state: ReportState,
): Promise<Case> {
  const { now, toCheck, findings } = publication(category.publish, `${input.text}\n${place.note ?? ''}`, input.photos.length)
  const published = now && state !== 'unconfirmed'
  const received = await openCase(ctx, 'M', {
    kind: reportProcess.kind,
    typeId: category.id,
    title: category.name.de,
    placeLabel: place.label,
    state,
    stage: reportProcess.states[state],
    published,
    unitId: undefined,
    priority: 0,
    districtId: place.districtId,
    assetId: place.assetId,
    lat: place.lat,
    lon: place.lon,
    publicText: published ? input.text : '',
    privateText: input.text,
    receivedAt: ctx.now(),
    dueAt: dueAfter(ctx.now(), category.deadlineDays, ctx.town),
    hasPhoto: input.photos.length > 0,
    toCheck,
  })
  const kept = insertReport(ctx, {
    caseId: received.id,
    categoryId: category.id,
    text: input.text,
    answers,
    extra: input.extra,
    place,
    observedAt: input.observedAt,
    channel: input.channel,
    clientKey: input.clientKey,
    publishedAt: published ? ctx.now() : undefined,
    findings,
  })
  ctx.soon(kept)
  return received
}

/** What follows at once when a report counts: the word to the public, and the way to a unit. */
export async function begin(ctx: Ctx, it: Case, category: Category, roadOwner: Parameters<typeof routeReport>[3]): Promise<Case> {
  await sayPublished(ctx, it)
  const promise = await promiseFor(ctx, it, category)
  const routed = await routeReport(ctx, it, category, roadOwner, { dueAt: promise.dueAt })
  await keepPromise(ctx, routed, promise)
  return routed
}

export async function sayPublished(ctx: Ctx, it: Case): Promise<Case> {
  if (it.published) await tell(ctx, it, { event: reportEvents.published, data: {}, role: 'system' })
  return it
}

const receiptOf = (it: Case, { keys, confirmSecret }: Added): Sent => ({
  caseId: it.id,
  number: it.number,
  ...keys,
  state: it.state as ReportState,
  published: it.published,
  confirming: confirmSecret !== undefined,
  dueAt: it.dueAt,
  repeated: false,
})

const repeated = (it: Case): Sent => ({
  caseId: it.id,
  number: it.number,
  secret: '',
  code: '',
  state: it.state as ReportState,
  published: it.published,
  confirming: false,
  dueAt: it.dueAt,
  repeated: true,
})
