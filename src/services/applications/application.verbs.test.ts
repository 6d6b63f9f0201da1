import { describe, expect, test } from 'vitest'
import { eventsAbout } from '#core/memory/index.ts'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { answers, applicationTown, codeOf, given, stranger } from '../../../test/setup/applications.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { thursday } from '../../../test/setup/town.ts'
import { caseByNumber, type Party, partyByCode, partyBySecret, timelineOf } from '../cases/index.ts'
import { messagesOf } from '../cases/message.sql.ts'
import { standardWorkflow } from '../workflows/standard.ts'
import { wakeApplications } from './application.jobs.ts'
import { decisionOf } from './decision.sql.ts'
import { deleteExpiredDrafts } from './draft.sql.ts'
import { dropDraft, openDraft, saveDraft, startDraft } from './draft.verbs.ts'
import { opinionsOf } from './opinion.sql.ts'
import { giveOpinion } from './opinion.verbs.ts'
import { answerOffice, withdrawApplication } from './party.verbs.ts'
import { type StepInput, takeStep } from './step.verbs.ts'
import { submissionsOf } from './submission.sql.ts'
import { errorsOf, replaceSubmission, submit } from './submit.verbs.ts'

const { pool } = await testDatabase()
const workflow = standardWorkflow({
  opinions: [{ key: 'fire', words: { de: 'Brandschutz', en: 'Fire safety' }, unit: 'fire', days: 10 }],
  deemed: { law: '§ 42a VwVfG', months: 3 },
})
const t = await applicationTown(pool, 'festhausen', { workflow })
const later = (days: number) => ({ now: new Date(thursday.getTime() + days * 86_400_000) })

const take = (actor: Actor | undefined, number: string, step: string, more: Partial<StepInput> = {}, when = {}) =>
  t.as(actor, (ctx) => takeStep(ctx, { number, step, ...more }), when)
const stateOf = async (number: string) => (await t.as(undefined, (ctx) => caseByNumber(ctx, number)))?.state
const partyOf = async (secret: string): Promise<Party> => (await t.as(stranger, async (ctx) => (await partyBySecret(ctx, secret))!)).party
const kindsOf = async (caseId: string) =>
  (await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: caseId }, ['public', 'parties', 'internal']))).map(
    ({ kind }) => kind,
  )

/** Brings an application to a state, each step by who may. */
async function bring(number: string, ...steps: [Actor, string, Partial<StepInput>?][]) {
  for (const [actor, step, more] of steps) given(await take(actor, number, step, more))
}

test('the whole life: sent, accepted, asked, answered, opinion, draft, four eyes, letter, closed, taken up again', async () => {
  const { number, caseId, secret, code, receiptNumber, dueAt } = await t.send()
  expect(number).toMatch(/^A-/)
  expect(receiptNumber).toMatch(/^E-/)
  // 20 working days from Thursday 7 May 2026, without Ascension Day, Whit Monday and Corpus Christi in Bavaria.
  expect(dueAt).toEqual(new Date('2026-06-09T21:59:59Z'))
  expect(await stateOf(number)).toBe('submitted')
  expect(codeOf(await t.as(stranger, (ctx) => partyByCode(ctx, { number, code })))).toBe('ok')

  await bring(number, [t.clerk, 'accept'], [t.clerk, 'start'], [t.clerk, 'ask', { text: 'Wie viele Gäste?' }])
  expect(await stateOf(number)).toBe('waitingParty')
  const party = await partyOf(secret)
  given(await t.as(stranger, (ctx) => answerOffice(ctx, party, { text: 'Etwa hundert.' })))
  expect(await stateOf(number)).toBe('inReview')

  await bring(number, [t.clerk, 'askOpinions'])
  expect(codeOf(await t.as(t.clerk, (ctx) => giveOpinion(ctx, { number, key: 'fire', verdict: 'agrees', text: 'Gut.' })))).toBe(
    'notYourUnit',
  )
  given(await t.as(t.fireman, (ctx) => giveOpinion(ctx, { number, key: 'fire', verdict: 'conditions', text: 'Zwei Löscher.' })))
  expect(await stateOf(number)).toBe('inReview')
  expect(codeOf(await t.as(t.fireman, (ctx) => giveOpinion(ctx, { number, key: 'fire', verdict: 'agrees', text: 'Noch mal' })))).toBe(
    'notAsked',
  )

  await bring(number, [t.clerk, 'draft', { outcome: 'granted', text: 'Alles ist erfüllt.' }])
  expect(await t.as(t.clerk, (ctx) => decisionOf(ctx, caseId))).toMatchObject({ outcome: 'granted', draftedBy: t.clerk.personId })
  expect(codeOf(await take(t.clerk, number, 'approve'))).toBe('notAllowed')
  await bring(
    number,
    [t.lead, 'return', { text: 'Bitte kürzer.' }],
    [t.clerk, 'draft', { outcome: 'granted', text: 'Erfüllt.' }],
    [t.lead, 'approve'],
  )
  expect(await t.as(t.clerk, (ctx) => decisionOf(ctx, caseId))).toMatchObject({ approvedBy: t.lead.personId, reasons: 'Erfüllt.' })

  expect(codeOf(await take(t.clerk, number, 'close'))).toBe('guard.letterHandedOver')
  expect(codeOf(await take(t.clerk, number, 'deliver'))).toBe('dayMissing')
  expect(codeOf(await take(t.clerk, number, 'deliver', { day: '2026-05-08' }))).toBe('dayInFuture')
  await bring(number, [t.clerk, 'deliver', { day: '2026-05-07' }], [t.clerk, 'close'])
  expect(await t.as(undefined, (ctx) => caseByNumber(ctx, number))).toMatchObject({ state: 'closed', stage: 'done', closedAt: thursday })
  expect(codeOf(await take(t.clerk, number, 'reopen', { text: 'Es kam etwas Neues.' }))).toBe('notAllowed')
  await bring(number, [t.lead, 'reopen', { text: 'Es kam etwas Neues.' }])
  expect(await kindsOf(caseId)).toEqual(
    [
      'submitted',
      'accepted',
      'started',
      'asked',
      'answered',
      'opinionsRequested',
      'opinionGiven',
      'opinionsGiven',
      'drafted',
      'returned',
      'drafted',
      'approved',
      'delivered',
      'closed',
      'reopened',
    ].map((kind) => `application.${kind}`),
  )
})

test('the parties read neither opinions nor drafts, and no event is public', async () => {
  const { number, caseId } = await t.send()
  await bring(number, [t.clerk, 'accept'], [t.clerk, 'start'], [t.clerk, 'askOpinions'])
  given(await t.as(t.fireman, (ctx) => giveOpinion(ctx, { number, key: 'fire', verdict: 'objects', text: 'Zu gefährlich.' })))
  await bring(number, [t.clerk, 'draft', { outcome: 'refused', text: 'Zu gefährlich.' }])
  const lines = await t.as(stranger, (ctx) => timelineOf(ctx, { id: caseId, kind: 'application' }, 'parties'))
  expect(lines.map(({ kind }) => kind)).toEqual(['application.submitted', 'application.accepted', 'application.started'])
  expect(await t.as(stranger, (ctx) => messagesOf(ctx, caseId, ['public', 'parties']))).toEqual([])
  expect(await t.as(stranger, (ctx) => timelineOf(ctx, { id: caseId, kind: 'application' }, 'public'))).toEqual([])
})

describe('sending', () => {
  test('the same key has one effect, also at the same moment; another content under it is refused', async () => {
    const { secret } = given(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'fest' })))
    given(await t.as(stranger, (ctx) => saveDraft(ctx, { secret }, { answers, page: 'why' })))
    const clientKey = newId()
    const [a, b] = await Promise.all([0, 1].map(() => t.as(stranger, (ctx) => submit(ctx, { secret }, { clientKey }))))
    expect(given(a!).number).toBe(given(b!).number)
    expect([given(a!).repeated, given(b!).repeated].sort()).toEqual([false, true])
    expect(await t.as(undefined, (ctx) => submissionsOf(ctx, given(a!).caseId))).toHaveLength(1)

    const other = given(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'fest' })))
    given(
      await t.as(stranger, (ctx) => saveDraft(ctx, { secret: other.secret }, { answers: { name: 'Anders', loud: false }, page: 'why' })),
    )
    expect(codeOf(await t.as(stranger, (ctx) => submit(ctx, { secret: other.secret }, { clientKey })))).toBe('keyUsedOtherwise')
  })

  test('the server reads the answers anew: what is missing keeps it a draft, what is not to be seen is not sent', async () => {
    const { secret } = given(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'fest' })))
    const save = (more: Record<string, unknown>) => t.as(stranger, (ctx) => saveDraft(ctx, { secret }, { answers: more, page: 'who' }))
    given(await save({ name: 'Fest', loud: true }))
    expect(codeOf(await t.as(stranger, (ctx) => submit(ctx, { secret }, { clientKey: newId() })))).toBe('formNotReady')
    const open = (await t.as(stranger, (ctx) => openDraft(ctx, { secret })))!
    expect((await t.as(stranger, (ctx) => errorsOf(ctx, open))).map(({ path, code }) => [path, code])).toEqual([['reason', 'required']])
    given(await save({ name: 'Fest', loud: false, reason: 'hidden', more: 'unknown' }))
    const sent = given(await t.as(stranger, (ctx) => submit(ctx, { secret }, { clientKey: newId() })))
    const [submission] = await t.as(undefined, (ctx) => submissionsOf(ctx, sent.caseId))
    expect(submission?.answers).toEqual({ name: 'Fest', loud: false })
    expect(await t.as(stranger, (ctx) => openDraft(ctx, { secret }))).toBeUndefined()
  })

  test('the applicant changes it until it is accepted; what was sent before is kept', async () => {
    const { caseId, number, secret } = await t.send()
    const party = await partyOf(secret)
    const replace = (more: Record<string, unknown>, clientKey = newId()) =>
      t.as(stranger, (ctx) => replaceSubmission(ctx, party, { answers: { ...answers, ...more }, clientKey }))
    expect(codeOf(await replace({ reason: '' }))).toBe('formNotReady')
    const key = newId()
    const first = given(await replace({ name: 'Herbstfest' }, key))
    expect(given(await replace({ name: 'Herbstfest' }, key)).receiptNumber).toBe(first.receiptNumber)
    expect(codeOf(await replace({ name: 'Winterfest' }, key))).toBe('keyUsedOtherwise')
    const kept = await t.as(undefined, (ctx) => submissionsOf(ctx, caseId))
    expect(kept.map(({ answers: it }) => it.name)).toEqual(['Herbstfest', 'Sommerfest'])
    expect(kept[0]?.replaces).toBe(kept[1]?.id)
    await bring(number, [t.clerk, 'accept'])
    expect(codeOf(await replace({ name: 'Zu spät' }))).toBe('wrongState')
  })
})

describe('drafts', () => {
  test('the code opens it on another device; a window that knows less is refused', async () => {
    const { secret, code } = given(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'fest' })))
    const save = (ref: { secret: string } | { code: string }, revision: number) =>
      t.as(stranger, (ctx) => saveDraft(ctx, ref, { answers: { name: 'Neu' }, page: 'who', revision }))
    expect(given(await save({ code: `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}` }, 1)).revision).toBe(2)
    expect(codeOf(await save({ secret }, 1))).toBe('draftChanged')
    expect((await t.as(stranger, (ctx) => openDraft(ctx, { secret })))?.draft.answers).toEqual({ name: 'Neu' })
  })

  test('an account opens its own by id and nobody else does', async () => {
    const { id } = given(await t.as(t.citizen, (ctx) => startDraft(ctx, { slug: 'fest' })))
    expect((await t.as(t.citizen, (ctx) => openDraft(ctx, { id })))?.draft.id).toBe(id)
    for (const actor of [t.clerk, stranger]) expect(await t.as(actor, (ctx) => openDraft(ctx, { id }))).toBeUndefined()
  })

  test('one that nobody touches ends after 14 days, one with answers after 90', async () => {
    const [empty, begun] = [
      given(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'fest' }))),
      given(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'fest' }))),
    ]
    given(await t.as(stranger, (ctx) => saveDraft(ctx, { secret: begun.secret }, { answers: { name: 'x' }, page: '' })))
    const there = (secret: string, days: number) => t.as(stranger, (ctx) => openDraft(ctx, { secret }), later(days))
    expect(await there(empty.secret, 13)).toBeDefined()
    expect(await there(empty.secret, 15)).toBeUndefined()
    expect(await there(begun.secret, 89)).toBeDefined()
    await t.as(undefined, (ctx) => deleteExpiredDrafts(ctx, 500), later(15))
    expect(await there(empty.secret, 0)).toBeUndefined()
    expect(await there(begun.secret, 0)).toBeDefined()
    given(await t.as(stranger, (ctx) => dropDraft(ctx, { secret: begun.secret })))
    expect(await there(begun.secret, 0)).toBeUndefined()
  })

  test('too many answers and a service that is none are refused', async () => {
    expect(codeOf(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'unbekannt' })))).toBe('notOnline')
    const { secret } = given(await t.as(stranger, (ctx) => startDraft(ctx, { slug: 'fest' })))
    expect(codeOf(await t.as(stranger, (ctx) => saveDraft(ctx, { secret }, { answers: { name: 'x'.repeat(300_001) }, page: '' })))).toBe(
      'answersTooLong',
    )
  })
})

describe('guards', () => {
  test('who is of another unit, without the role, in the wrong state or late is refused and leaves nothing', async () => {
    const { number, caseId } = await t.send()
    const before = await kindsOf(caseId)
    expect(codeOf(await take(t.fireman, number, 'accept'))).toBe('notYourUnit')
    expect(codeOf(await take(t.citizen, number, 'accept'))).toBe('notAllowed')
    expect(codeOf(await take(t.clerk, number, 'withdraw'))).toBe('notAllowed')
    expect(codeOf(await take(t.clerk, number, 'fly'))).toBe('unknownStep')
    expect(codeOf(await take(t.clerk, number, 'start'))).toBe('wrongState')
    expect(codeOf(await take(t.clerk, number, 'end', { text: 'So' }))).toBe('reasonMissing')
    expect(codeOf(await take(t.clerk, number, 'end', { text: 'So', reason: 'mood' }))).toBe('reasonWrong')
    expect(codeOf(await take(t.clerk, number, 'accept', { version: 7 }))).toBe('changedMeanwhile')
    expect(await kindsOf(caseId)).toEqual(before)
    expect(await stateOf(number)).toBe('submitted')
  })

  test('who drafted never approves, even as lead', async () => {
    const both = { ...t.lead }
    await t.as(undefined, (ctx) =>
      ctx.db
        .insertInto('core.membership')
        .values({
          tenant_id: t.town.id,
          id: newId(),
          person_id: both.personId!,
          organisation_id: t.office,
          role: 'clerk',
          since: ctx.now(),
        })
        .execute(),
    )
    const { number } = await t.send()
    await bring(number, [t.clerk, 'accept'], [t.clerk, 'start'], [both, 'draft', { outcome: 'granted', text: 'Ja' }])
    expect(codeOf(await take(both, number, 'approve'))).toBe('guard.fourEyes')
    expect(codeOf(await take(undefined, number, 'approve'))).toBe('guard.fourEyes')
  })

  test('a reason without its outcome, and one that is none, is no decision', async () => {
    const { number } = await t.send()
    await bring(number, [t.clerk, 'accept'], [t.clerk, 'start'])
    expect(codeOf(await take(t.clerk, number, 'draft', { text: 'Ja' }))).toBe('outcomeMissing')
    expect(codeOf(await take(t.clerk, number, 'draft', { outcome: 'maybe', text: 'Ja' }))).toBe('outcomeMissing')
  })
})

describe('time', () => {
  test('without an answer the work goes on after the day is over, once', async () => {
    const { number, caseId } = await t.send()
    await bring(number, [t.clerk, 'accept'], [t.clerk, 'start'], [t.clerk, 'ask', { text: 'Wann?' }])
    await t.as(undefined, wakeApplications, later(13))
    expect(await stateOf(number)).toBe('waitingParty')
    await t.as(undefined, wakeApplications, later(15))
    await t.as(undefined, wakeApplications, later(16))
    expect(await stateOf(number)).toBe('inReview')
    expect((await kindsOf(caseId)).filter((kind) => kind === 'application.questionExpired')).toHaveLength(1)
  })

  test('an opinion that does not come is not waited for longer than its days, and can be asked for anew', async () => {
    const { number, caseId } = await t.send()
    await bring(number, [t.clerk, 'accept'], [t.clerk, 'start'], [t.clerk, 'askOpinions'])
    await t.as(undefined, wakeApplications, later(9))
    expect(await stateOf(number)).toBe('waitingThird')
    // The tenth day is a Sunday: it ends with Monday.
    await t.as(undefined, wakeApplications, later(11))
    expect(await stateOf(number)).toBe('waitingThird')
    await t.as(undefined, wakeApplications, later(12))
    expect(await stateOf(number)).toBe('inReview')
    given(await take(t.clerk, number, 'askOpinions', {}, later(13)))
    expect((await t.as(undefined, (ctx) => opinionsOf(ctx, caseId))).map(({ closedAt }) => closedAt !== undefined)).toEqual([true, false])
  })

  test('what the law lets count as approved does so when its months are over', async () => {
    const { number, caseId } = await t.send()
    await bring(number, [t.clerk, 'accept'], [t.clerk, 'start'])
    await t.as(undefined, wakeApplications, { now: new Date('2026-08-07T12:00:00Z') })
    expect(await stateOf(number)).toBe('inReview')
    await t.as(undefined, wakeApplications, { now: new Date('2026-08-08T00:30:00Z') })
    expect(await stateOf(number)).toBe('decided')
    expect((await kindsOf(caseId)).at(-1)).toBe('application.deemed')
    // A decision like others: its letter can be written, and the case comes to its end.
    const decision = await t.as(undefined, (ctx) => decisionOf(ctx, caseId))
    expect(decision).toMatchObject({ outcome: 'granted', draftedBy: undefined, approvedAt: expect.any(Date) })
    expect(decision?.reasons).toContain('§ 42a VwVfG')
    const monday = { now: new Date('2026-08-10T09:00:00Z') }
    given(await take(t.clerk, number, 'deliver', { day: '2026-08-10' }, monday))
    given(await take(t.clerk, number, 'close', {}, monday))
    expect(await stateOf(number)).toBe('closed')
  })
})

test('the applicant takes it back in any open state, and then no more', async () => {
  const { number, secret } = await t.send(t.citizen)
  await bring(number, [t.clerk, 'accept'], [t.clerk, 'start'], [t.clerk, 'askOpinions'])
  const party = await partyOf(secret)
  expect(party.personId).toBe(t.citizen.personId)
  given(await t.as(t.citizen, (ctx) => withdrawApplication(ctx, party)))
  expect(await t.as(undefined, (ctx) => caseByNumber(ctx, number))).toMatchObject({ state: 'withdrawn', stage: 'ended' })
  expect(codeOf(await t.as(t.citizen, (ctx) => withdrawApplication(ctx, party)))).toBe('wrongState')
  expect(codeOf(await t.as(t.citizen, (ctx) => answerOffice(ctx, party, { text: 'Doch' })))).toBe('wrongState')
})
