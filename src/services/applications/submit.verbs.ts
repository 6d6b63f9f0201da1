import type { Ctx, Trust } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { textIn } from '#platform/text.ts'
import { insertOffer } from '../cases/assignment.sql.ts'
import { lockCase } from '../cases/case.sql.ts'
import { type Case, caseById, type Party } from '../cases/index.ts'
import { newNumber } from '../cases/number.rules.ts'
import { openCase } from '../cases/open.verbs.ts'
import { addParty } from '../cases/party.verbs.ts'
import { tell } from '../cases/step.verbs.ts'
import { versionBy, versionInForce } from '../definitions/definition.sql.ts'
import { hashOf } from '../definitions/definition.verbs.ts'
import { type Evaluation, evaluate, type FieldError, FormDefinition, feeOf, trustLevels } from '../forms/index.ts'
import { demandFee } from '../payments/charge.verbs.ts'
import { stateOf, Workflow } from '../workflows/workflow.rules.ts'
import { applicantName } from './applicant.rules.ts'
import { applicationEvents } from './application.events.ts'
import { insertApplication } from './application.sql.ts'
import { runningOf } from './carry-out.ts'
import type { Signature } from './cosign/cosign.rules.ts'
import { signaturesFor } from './cosign/given.read.ts'
import { insertSignatures } from './cosign/signature.sql.ts'
import type { Draft, OpenDraft } from './draft.rules.ts'
import { deleteDraft } from './draft.sql.ts'
import { type DraftRef, openDraft } from './draft.verbs.ts'
import { beginTasks } from './entry-tasks.ts'
import { factsFor } from './facts.ts'
import { wantNews } from './news/news.verbs.ts'
import { type Against, linkObjection, takeAgainst, takesObjections } from './objection/objection.verbs.ts'
import { nextReminderOf } from './reminders/reminder.read.ts'
import { reusesOfCase } from './reuse/reuse.sql.ts'
import { searchableWords } from './search-words.rules.ts'
import { insertSubmission, type Submission, submissionByKey, submissionsOf } from './submission.sql.ts'
import { timeIsOver, timeOutOf } from './time.rules.ts'
import { waitsForIn } from './waiting.rules.ts'

/** Shown once: the town keeps only keyed hashes of secret and code. Empty when the same was sent before. */
export type Receipt = {
  caseId: string
  number: string
  receiptNumber: string
  secret: string
  code: string
  sentAt: Date
  dueAt: Date
  repeated: boolean
  /** An address for news waits to be confirmed. */
  confirming: boolean
}

export type SubmitRefusal =
  | 'objectionFiledAlready'
  | 'unknown'
  | 'notOnline'
  | 'formNotReady'
  | 'trustTooLow'
  | 'keyUsedOtherwise'
  | 'signatureMissing'

/** What is wrong with the answers, for the pages on which they stand. */
export const errorsOf = async (ctx: Ctx, { form, draft }: OpenDraft): Promise<readonly FieldError[]> =>
  evaluate(form, draft.answers, await factsFor(ctx, draft.answers)).errors

const order: readonly Trust[] = ['none', 'basic', 'substantial', 'high']
/** Whether who asks is known well enough for a form. */
export const isTrusted = (ctx: Ctx, form: Pick<FormDefinition, 'trustLevel'>) =>
  order.indexOf(ctx.actor.trust) >= trustLevels.indexOf(form.trustLevel)

/**
 * Files what was written: the server reads the answers anew, opens a case and offers it to the unit. The same key has one effect. At the
 * desk somebody types for who has no account. `newsTo` is where such an applicant wants to hear of it, once she has confirmed that.
 */
export async function submit(
  ctx: Ctx,
  ref: DraftRef,
  input: { clientKey: string; channel?: 'web' | 'desk'; newsTo?: string | undefined },
): Promise<Result<Receipt, SubmitRefusal>> {
  const open = await openDraft(ctx, ref, { hold: true })
  // Looked for under the lock of the draft: whoever sends the same twice at once comes here when the first is through.
  const earlier = await submissionByKey(ctx, input.clientKey)
  if (earlier) return await repeated(ctx, earlier, open && (await read(ctx, open.form, open.draft.answers)))
  if (!open) return refuse('unknown')
  const { draft, form, online } = open
  const evaluation = await read(ctx, form, draft.answers)
  if (!evaluation.ready) return refuse('formNotReady', { facts: { count: evaluation.errors.length } })
  if (!isTrusted(ctx, form)) return refuse('trustTooLow', { facts: { level: form.trustLevel } })
  const signatures = await signaturesFor(ctx, form, { draft, answers: draft.answers, hash: hashOf(evaluation.values) })
  if (!signatures) return refuse('signatureMissing')
  const version = await versionInForce(ctx, 'workflow', online.workflowId)
  if (!version) return refuse('notOnline')
  const workflow = Workflow.parse(version.content)
  const against = draft.objectsTo ? await takeAgainst(ctx, draft.objectsTo) : undefined
  if (against && !against.ok) return against

  const it = await begin(ctx, open, workflow, against?.value)
  const personId = input.channel === 'desk' ? undefined : ctx.actor.personId
  const added = await addParty(ctx, {
    caseId: it.id,
    role: 'applicant',
    personId,
    name: personId ? undefined : applicantName(evaluation.values),
  })
  if (!added) throw new Error('a new case has no other party')
  const state = stateOf(workflow, workflow.start)!
  const timeOutAt = timeOutOf(state, ctx.now(), ctx.town)
  await insertApplication(ctx, {
    caseId: it.id,
    serviceId: online.serviceId,
    workflowId: online.workflowId,
    workflowNumber: version.number,
    timeOutAt,
    lookAt: undefined,
    remindAt: await nextReminderOf(ctx, { case: it, workflow, application: { timeOutAt } }),
  })
  const sent = await keep(ctx, it, { form: draft, values: evaluation.values, clientKey: input.clientKey, channel: input.channel ?? 'web' })
  await insertOffer(ctx, it.id, { unitId: it.unitId ?? online.unitId })
  await beginTasks(ctx, it, state)
  await tell(ctx, it, {
    event: applicationEvents.submitted,
    data: { to: it.state, partyId: added.party.id, toUnitId: it.unitId, submissionId: sent.id },
    about: [{ type: 'organisation', id: it.unitId ?? online.unitId }, ...(personId ? [{ type: 'person', id: personId }] : [])],
    role: input.channel === 'desk' ? 'staff' : 'applicant',
    shownTo: 'parties',
  })
  if (against) await linkObjection(ctx, it, against.value)
  await keepSignatures(ctx, it, sent.id, signatures)
  await askFee(ctx, it, evaluation)
  await reusesOfCase(ctx, draft.id, it.id)
  await deleteDraft(ctx, draft.id)
  const confirming = !personId && input.newsTo ? (await wantNews(ctx, added.party, { email: input.newsTo })).ok : false
  return ok({
    caseId: it.id,
    number: it.number,
    receiptNumber: sent.receiptNumber,
    ...added.keys,
    sentAt: ctx.now(),
    dueAt: it.dueAt,
    repeated: false,
    confirming,
  })
}

/** Names and moments stay with what was sent; the memory says that there is a second signature, and when it was given. */
async function keepSignatures(ctx: Ctx, it: Case, submissionId: string, signatures: readonly Signature[]): Promise<void> {
  if (signatures.length === 0) return
  await insertSignatures(ctx, submissionId, signatures)
  for (const { person, signedAt } of signatures)
    if (person)
      await tell(ctx, it, {
        event: applicationEvents.signed,
        data: { submissionId, day: signedAt.toISOString() },
        role: 'coApplicant',
        shownTo: 'parties',
      })
}

/** What the form costs is demanded as soon as it is sent. */
async function askFee(ctx: Ctx, it: Case, evaluation: Evaluation): Promise<void> {
  await demandFee(ctx, it, { cents: feeOf(evaluation) ?? 0, reason: it.title })
}

const read = async (ctx: Ctx, form: FormDefinition, answers: unknown): Promise<Evaluation> =>
  evaluate(form, answers, await factsFor(ctx, answers))

/** An objection goes to the unit that decided (§ 70 Abs. 1 VwGO), bears the name of what it objects to, and a number of its own kind. */
async function begin(ctx: Ctx, { online, draft }: OpenDraft, workflow: Workflow, against: Against | undefined): Promise<Case> {
  const state = stateOf(workflow, workflow.start)
  if (!state) throw new Error('a workflow without its start was published')
  return await openCase(ctx, (await takesObjections(ctx, online)) ? 'W' : 'A', {
    kind: 'application',
    typeId: online.serviceId,
    title: against ? textIn(ctx.town.locales[0] ?? 'de', 'apply.objection.case', { title: against.it.title }) : online.name.de,
    placeLabel: '',
    state: state.key,
    stage: state.stage,
    published: false,
    unitId: against?.it.unitId ?? online.unitId,
    priority: 0,
    districtId: undefined,
    assetId: undefined,
    lat: undefined,
    lon: undefined,
    publicText: '',
    privateText: searchableWords(ctx.actor.name, draft.answers),
    waitsFor: waitsForIn(workflow, workflow.start),
    receivedAt: ctx.now(),
    dueAt: timeIsOver(ctx.now(), { count: workflow.normDays, in: 'workingDays' }, ctx.town),
    hasPhoto: false,
    toCheck: false,
  })
}

type Kept = {
  form: { formId: string; formNumber: number }
  values: Record<string, unknown>
  clientKey: string
  channel: 'web' | 'desk'
  replaces?: string
}

async function keep(
  ctx: Ctx,
  it: Case,
  { form, values, clientKey, channel, replaces }: Kept,
): Promise<{ id: string; receiptNumber: string }> {
  const sent = {
    id: newId(ctx.now().getTime()),
    caseId: it.id,
    formId: form.formId,
    formNumber: form.formNumber,
    answers: values,
    contentHash: hashOf(values),
    receiptNumber: newNumber('E'),
    trust: ctx.actor.trust,
    channel,
    replaces,
    clientKey,
  }
  // The lock before leaves only a key that two different drafts use at the same moment.
  if (!(await insertSubmission(ctx, sent))) throw new Error('the key of a submission was taken meanwhile')
  return sent
}

async function repeated(ctx: Ctx, earlier: Submission, now: Evaluation | undefined): Promise<Result<Receipt, 'keyUsedOtherwise'>> {
  if (now && !hashOf(now.values).equals(earlier.contentHash)) return refuse('keyUsedOtherwise')
  const it = (await caseById(ctx, earlier.caseId))!
  return ok({
    caseId: it.id,
    number: it.number,
    receiptNumber: earlier.receiptNumber,
    secret: '',
    code: '',
    sentAt: earlier.sentAt,
    dueAt: it.dueAt,
    repeated: true,
    confirming: false,
  })
}

/** The applicant changes what was sent, as long as nobody has accepted it. What was sent before is kept. */
export async function replaceSubmission(
  ctx: Ctx,
  party: Party,
  input: { answers: Record<string, unknown>; clientKey: string; draft?: Draft },
): Promise<
  Result<{ number: string; receiptNumber: string }, Exclude<SubmitRefusal, 'unknown' | 'notOnline'> | 'notAllowed' | 'wrongState'>
> {
  if (party.role !== 'applicant') return refuse('notAllowed')
  const it = await lockCase(ctx, { id: party.caseId })
  const running = it && (await runningOf(ctx, it))
  if (!it || !running) return refuse('notAllowed')
  const [newest] = await submissionsOf(ctx, it.id)
  const version = newest && (await versionBy(ctx, 'form', newest.formId, newest.formNumber))
  if (!newest || !version) throw new Error('an application without what was sent')
  const form = FormDefinition.parse(version.content)
  const evaluation = await read(ctx, form, input.answers)
  const earlier = await submissionByKey(ctx, input.clientKey)
  if (earlier)
    return earlier.caseId === it.id && hashOf(evaluation.values).equals(earlier.contentHash)
      ? ok({ number: it.number, receiptNumber: earlier.receiptNumber })
      : refuse('keyUsedOtherwise')
  if (it.state !== running.workflow.start) return refuse('wrongState')
  if (!evaluation.ready) return refuse('formNotReady', { facts: { count: evaluation.errors.length } })
  if (!isTrusted(ctx, form)) return refuse('trustTooLow', { facts: { level: form.trustLevel } })
  const signatures = await signaturesFor(ctx, form, { draft: input.draft, answers: input.answers, hash: hashOf(evaluation.values) })
  if (!signatures) return refuse('signatureMissing')
  const sent = await keep(ctx, it, {
    form: newest,
    values: evaluation.values,
    clientKey: input.clientKey,
    channel: newest.channel,
    replaces: newest.id,
  })
  await tell(ctx, it, {
    event: applicationEvents.replaced,
    data: { partyId: party.id, submissionId: sent.id },
    role: 'applicant',
    shownTo: 'parties',
  })
  await keepSignatures(ctx, it, sent.id, signatures)
  await askFee(ctx, it, evaluation)
  return ok({ number: it.number, receiptNumber: sent.receiptNumber })
}
