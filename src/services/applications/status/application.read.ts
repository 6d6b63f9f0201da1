import { filesOf, type StoredFile } from '#core/files/index.ts'
import { dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { type Case, comingDeletions, type Message, type Party, type TimelineEntry, timelineOf } from '../../cases/index.ts'
import { messagesOf, openQuestions } from '../../cases/message.sql.ts'
import { versionBy } from '../../definitions/definition.sql.ts'
import { type AnsweredPage, answeredPages, FormDefinition } from '../../forms/index.ts'
import { lettersOf } from '../../letters/index.ts'
import type { Letter } from '../../letters/letter/letter.rules.ts'
import { openCents } from '../../payments/charge.rules.ts'
import { chargesOf } from '../../payments/charge.sql.ts'
import { stateOf, stepsFrom, type Words } from '../../workflows/workflow.rules.ts'
import { runningOf } from '../carry-out.ts'
import type { Signature } from '../cosign/cosign.rules.ts'
import { signaturesOf } from '../cosign/signature.sql.ts'
import { factsFor } from '../facts.ts'
import { type NewsState, newsOf } from '../news/news.read.ts'
import { type ObjectionShown, objectionShown } from '../objection/objection.read.ts'
import { type Remedy, remediesFor } from '../objection/remedy.read.ts'
import { type Submission, submissionsOf } from '../submission.sql.ts'

/** An application as its applicant sees it. */
export type PartyApplication = {
  it: Case
  party: Party
  state: { words: { de: string; en: string }; hint: { de: string; en: string } | undefined }
  question: Message | undefined
  timeline: readonly TimelineEntry[]
  messages: readonly Message[]
  /** What was sent, the newest first. */
  sent: readonly Submission[]
  answers: readonly AnsweredPage[]
  /** Under what counts now; none where nobody else had to sign. */
  signatures: readonly Signature[]
  files: readonly StoredFile[]
  letters: number
  /** What is demanded for it, and how much of that is open, in cents. */
  fees: { demanded: boolean; open: number }
  /** What can be done against its decisions. */
  remedies: readonly { letter: Letter; remedy: Remedy }[]
  /** Where it is an objection itself. */
  objection: ObjectionShown | undefined
  /** The office answered and waits for a word: whether that is enough. */
  answered: { reply: Message | undefined; until: Date | undefined } | undefined
  /** From when on it may be deleted, once that was announced. */
  deletedFrom: Date | undefined
  /** What it is called to take it back; undefined where that is not possible. */
  withdraw: Words | undefined
  mayChange: boolean
  /** News by mail of who has no account: where they go, or what is offered. */
  news: NewsState | undefined
}

const shown: ReadonlySet<Message['kind']> = new Set(['question', 'answer', 'message'])

export async function partyApplication(ctx: Ctx, it: Case, party: Party): Promise<PartyApplication | undefined> {
  const running = party.role === 'applicant' ? await runningOf(ctx, it) : undefined
  if (!running) return undefined
  const { workflow, application } = running
  const state = stateOf(workflow, it.state)
  const sent = await submissionsOf(ctx, it.id)
  const letters = await lettersOf(ctx, it.id, 'parties')
  const messages = (await messagesOf(ctx, it.id, ['public', 'parties'])).filter(({ kind }) => shown.has(kind))
  const steps = stepsFrom(workflow, it.state).filter(({ who }) => who.by === 'party')
  return {
    it,
    party,
    state: { words: state?.words ?? { de: it.state, en: it.state }, hint: state?.hint },
    question: it.stage === 'yourTurn' ? (await openQuestions(ctx, { caseId: it.id }))[0] : undefined,
    timeline: await timelineOf(ctx, it, 'parties'),
    messages,
    sent,
    answers: sent[0] ? await answersOf(ctx, sent[0]) : [],
    signatures: sent[0] ? ((await signaturesOf(ctx, [sent[0].id])).get(sent[0].id) ?? []) : [],
    files: await filesOf(ctx, { type: 'case', id: it.id }, { audiences: ['parties'] }),
    letters: letters.length,
    fees: await feesOf(ctx, it.id),
    remedies: await remediesOf(ctx, it, letters),
    objection: await objectionShown(ctx, it),
    answered: steps.some(({ event }) => event === 'reopened')
      ? { reply: messages.findLast(({ authorPartyId }) => !authorPartyId), until: application.timeOutAt }
      : undefined,
    deletedFrom: (await comingDeletions(ctx, [it.id])).get(it.id),
    withdraw: steps.find(({ event }) => event === 'withdrawn')?.words,
    mayChange: it.state === workflow.start,
    news: await newsOf(ctx, party, sent[0]),
  }
}

async function remediesOf(ctx: Ctx, it: Case, letters: readonly Letter[]): Promise<PartyApplication['remedies']> {
  const remedies = await remediesFor(ctx, it, letters)
  return letters.flatMap((letter) => {
    const remedy = remedies.get(letter.id)
    return remedy ? [{ letter, remedy }] : []
  })
}

async function feesOf(ctx: Ctx, caseId: string): Promise<PartyApplication['fees']> {
  const charges = await chargesOf(ctx, caseId)
  return { demanded: charges.length > 0, open: charges.reduce((sum, charge) => sum + openCents(charge), 0) }
}

/** What was sent, in words, by the version of the form it was sent with. */
export async function answersOf(ctx: Ctx, sent: Submission): Promise<AnsweredPage[]> {
  const version = await versionBy(ctx, 'form', sent.formId, sent.formNumber)
  if (!version) return []
  const facts = await factsFor(ctx, sent.answers)
  const today = dayIn(sent.sentAt, ctx.town.timeZone)
  return answeredPages(FormDefinition.parse(version.content), sent.answers, { ...facts, today }, ctx.locale)
}
