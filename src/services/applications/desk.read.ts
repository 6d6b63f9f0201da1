import { filesOf } from '#core/files/index.ts'
import { noteRead } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { type Case, caseByNumber, namesOf, type Party, readNumber, timelineOf, workingUnits } from '../cases/index.ts'
import { messagesOf, openQuestions } from '../cases/message.sql.ts'
import { applicantsOf } from '../cases/party.sql.ts'
import { seenBy } from '../cases/timeline.ts'
import { lettersAtDesk } from '../letters/index.ts'
import { unmet } from '../workflows/guard.rules.ts'
import { stateOf, stepsFrom, type Words } from '../workflows/workflow.rules.ts'
import { stepsTaken } from './application.sql.ts'
import { guardFacts, type Running, runningOf } from './carry-out.ts'
import { signaturesOf } from './cosign/signature.sql.ts'
import { signatureRows } from './cosign/signature.words.ts'
import { decisionsOf } from './decision.sql.ts'
import type { DeadlineShown, DecisionShown, DeskApplication, OfferedStep, OpinionShown, SentShown } from './desk.rules.ts'
import { onlineBy } from './online.sql.ts'
import { opinionsOf } from './opinion.sql.ts'
import { checkWho, maySee, WORK } from './rights.ts'
import { answersOf, sentOf } from './sent.read.ts'
import { deadlinesAt } from './time.rules.ts'

/** Far more than apply together. */
const MOST_APPLICANTS = 50

/** What a case looks like to staff who may see it; each look is kept in the log of reads. */
export async function deskApplication(ctx: Ctx, number: string): Promise<DeskApplication | undefined> {
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  const running = it && (await maySee(ctx, it)) ? await runningOf(ctx, it) : undefined
  if (!it || !running) return undefined
  const { application, workflow } = running
  const parties = await named(ctx, await applicantsOf(ctx, it.id, MOST_APPLICANTS))
  noteLook(ctx, it, parties)
  const work = !it.closedAt && (await checkWho(ctx, it, { by: 'unit' })).ok
  const opinions = await opinionsShown(ctx, running)
  const online = await onlineBy(ctx, { serviceId: it.typeId })
  const [units, people] = [
    await namesOf(ctx, 'core.organisation', it.unitId ? [it.unitId] : []),
    await namesOf(ctx, 'core.person', it.assigneeId ? [it.assigneeId] : []),
  ]
  return {
    case: { ...it, unitName: units.get(it.unitId ?? ''), assigneeName: people.get(it.assigneeId ?? '') },
    service: online?.name ?? { de: it.title, en: it.title },
    application,
    workflow,
    stateWords: stateOf(workflow, it.state)?.words ?? { de: it.state, en: it.state },
    steps: await stepsOffered(ctx, running),
    sent: await sentShown(ctx, it),
    files: await filesOf(ctx, { type: 'case', id: it.id }, { waiting: true }),
    parties,
    timeline: await timelineOf(ctx, it, 'internal'),
    messages: await messagesOf(ctx, it.id, seenBy.internal),
    openQuestion: (await openQuestions(ctx, { caseId: it.id }))[0],
    opinions,
    decisions: await decisionsShown(ctx, running),
    deadlines: await deadlinesShown(ctx, running),
    letters: await lettersAtDesk(ctx, it.id),
    may: {
      work,
      // Also after the end: a notice that was wrong is written anew.
      letter: (await checkWho(ctx, it, { by: 'unit' })).ok,
      opinion: opinions.some(({ mine }) => mine),
    },
  }
}

/** Who applied is told who read what she wrote. */
function noteLook(ctx: Ctx, { id }: Case, parties: readonly Party[]): void {
  const [first, ...others] = parties
  const look = (party: Party | undefined) =>
    noteRead(ctx, { subject: { type: 'case', id }, personId: party?.personId ?? null, purpose: 'application.detail' })
  look(first)
  for (const party of others) look(party)
}

async function named(ctx: Ctx, parties: readonly Party[]): Promise<Party[]> {
  const names = await namesOf(
    ctx,
    'core.person',
    parties.flatMap(({ personId }) => personId ?? []),
  )
  return parties.map((party) => ({ ...party, name: party.name ?? names.get(party.personId ?? '') }))
}

/** Steps of staff from here: what they want and whether the one who looks may take them; the system's own as far as they wait for something. */
export async function stepsOffered(ctx: Ctx, running: Running): Promise<OfferedStep[]> {
  const facts = await guardFacts(ctx, running, ctx.actor.personId)
  const offered: OfferedStep[] = []
  for (const step of stepsFrom(running.workflow, running.case.state)) {
    if (step.who.by === 'party' || (step.who.by === 'system' && step.guards.length === 0)) continue
    offered.push({ step, unmet: unmet(step, facts), mine: (await checkWho(ctx, running.case, step.who)).ok })
  }
  return offered
}

async function sentShown(ctx: Ctx, it: Case): Promise<SentShown[]> {
  const shown: SentShown[] = []
  const all = await sentOf(ctx, it.id)
  const signatures = await signaturesOf(
    ctx,
    all.map(({ submission }) => submission.id),
  )
  for (const sent of all) {
    const { id, receiptNumber, sentAt, trust, channel } = sent.submission
    shown.push({
      id,
      receiptNumber,
      sentAt,
      trust,
      channel,
      answers: await answersOf(ctx, sent, ctx.locale),
      signed: signatureRows(ctx, signatures.get(id) ?? []),
    })
  }
  return shown
}

export async function opinionsShown(ctx: Ctx, { case: it, workflow }: Running): Promise<OpinionShown[]> {
  const opinions = await opinionsOf(ctx, it.id)
  if (opinions.length === 0) return []
  const units = await namesOf(
    ctx,
    'core.organisation',
    opinions.map(({ unitId }) => unitId),
  )
  const people = await namesOf(
    ctx,
    'core.person',
    opinions.flatMap(({ givenBy }) => givenBy ?? []),
  )
  const said = new Map((await messagesOf(ctx, it.id, ['internal'])).map(({ id, text }) => [id, text]))
  const own = may(ctx, WORK) ? await workingUnits(ctx) : []
  return opinions.map((opinion) => ({
    ...opinion,
    words: workflow.opinions.find(({ key }) => key === opinion.key)?.words,
    unitName: units.get(opinion.unitId) ?? '',
    givenByName: people.get(opinion.givenBy ?? ''),
    text: said.get(opinion.messageId ?? ''),
    mine: !opinion.givenAt && !opinion.closedAt && own.includes(opinion.unitId),
  }))
}

async function decisionsShown(ctx: Ctx, { case: it, workflow }: Running): Promise<DecisionShown[]> {
  const decisions = await decisionsOf(ctx, it.id)
  const names = await namesOf(
    ctx,
    'core.person',
    decisions.flatMap(({ draftedBy, approvedBy }) => [draftedBy, approvedBy].filter((id) => id !== undefined)),
  )
  const outcomes = new Map<string, Words>(workflow.outcomes.map(({ key, words }) => [key, words]))
  return decisions.map((decision) => ({
    ...decision,
    outcomeWords: outcomes.get(decision.outcome),
    draftedByName: names.get(decision.draftedBy ?? ''),
    approvedByName: names.get(decision.approvedBy ?? ''),
  }))
}

async function deadlinesShown(ctx: Ctx, { case: it, workflow }: Running): Promise<DeadlineShown[]> {
  const ends = deadlinesAt(workflow, it.state, await stepsTaken(ctx, it.id), it.receivedAt, ctx.town)
  return workflow.deadlines.flatMap(({ key, words, law }) => {
    const endsAt = ends.get(key)
    return endsAt ? [{ key, words, law, endsAt }] : []
  })
}
