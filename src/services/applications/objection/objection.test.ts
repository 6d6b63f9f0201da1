import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { filesFrom, useFiles } from '#core/files/index.ts'
import { eventsAbout } from '#core/memory/index.ts'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { registerTexts } from '#platform/text.ts'
import { applicationTown, codeOf, given, stranger } from '../../../../test/setup/applications.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { addPaper, papersOf } from '../../../../test/setup/draft-papers.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { caseByNumber, countDue, partyBySecret } from '../../cases/index.ts'
import { retentionKind } from '../../cases/retention/kinds.ts'
import { forms } from '../../forms/module.ts'
import { changeLetterHead, letterHead, lettersOf, seedLetters, signLetter } from '../../letters/index.ts'
import { letterTexts } from '../../letters/texts.ts'
import { OBJECTIONS, objectionWorkflow } from '../../workflows/objection.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { publishWorkflow, saveWorkflow } from '../../workflows/workflow.verbs.ts'
import { objectionForm } from '../demo/forms/objection.ts'
import { openDraft, saveDraft } from '../draft.verbs.ts'
import { offerOnline, publishForm, saveForm } from '../form.verbs.ts'
import { handOverLetter, writeLetter } from '../letter.verbs.ts'
import { type StepInput, takeStep } from '../step.verbs.ts'
import { submit } from '../submit.verbs.ts'
import { objectionsAtDesk } from './objection.read.ts'
import { startObjection } from './objection.verbs.ts'
import { remediesFor } from './remedy.read.ts'

for (const texts of [letterTexts, forms.texts!]) registerTexts(texts)
const dataDir = mkdtempSync(join(tmpdir(), 'objection-'))
afterAll(() => rmSync(dataDir, { recursive: true }))
useFiles(filesFrom({ dataDir, filesUrl: undefined, clamd: undefined, rateLimitFactor: 0 }))

const { pool } = await testDatabase()
const t = await applicationTown(pool, 'widerspruch', { workflow: standardWorkflow() })
const later = (days: number) => ({ now: new Date(thursday.getTime() + days * 86_400_000) })

beforeAll(async () => {
  await t.as(undefined, seedLetters)
  await t.as(undefined, async (ctx) => changeLetterHead(ctx, { ...(await letterHead(ctx)), postDays: 3 }))
  given(await t.as(undefined, (ctx) => saveWorkflow(ctx, { key: OBJECTIONS, name: { de: 'Widerspruch' }, draft: objectionWorkflow() })))
  given(await t.as(undefined, (ctx) => publishWorkflow(ctx, { key: OBJECTIONS, revision: 1 })))
  given(await t.as(undefined, (ctx) => saveForm(ctx, { key: 'widerspruch', name: objectionForm.title, draft: objectionForm })))
  given(await t.as(undefined, (ctx) => publishForm(ctx, { key: 'widerspruch', revision: 1 })))
  const serviceId = newId()
  await t.as(undefined, (ctx) =>
    ctx.db
      .insertInto('services.service')
      .values({ tenant_id: t.town.id, id: serviceId, slug: 'widerspruch', name: 'Widerspruch', draft: '{}', changed_at: ctx.now() })
      .execute(),
  )
  const service = { serviceId, slug: 'widerspruch', name: { de: 'Widerspruch einlegen' }, form: 'widerspruch', workflow: OBJECTIONS }
  given(await t.as(undefined, (ctx) => offerOnline(ctx, { ...service, unitId: t.fire })))
})

const take = (actor: Actor, number: string, step: string, more: Partial<StepInput> = {}, days = 0) =>
  t.as(actor, (ctx) => takeStep(ctx, { number, step, ...more }), later(days))
const letter = { channel: 'post', locale: 'de', name: '', address: '', salutation: '', enclosures: '', values: {} } as const

async function deliver(number: string, template: string, days: number, values: Record<string, string> = {}) {
  const name = 'Ada Muster'
  const draft = given(await t.as(t.clerk, (ctx) => writeLetter(ctx, { ...letter, name, number, template, values }), later(days)))
  given(await t.as(t.clerk, (ctx) => signLetter(ctx, { id: draft.id }), later(days)))
  return given(await t.as(t.clerk, (ctx) => handOverLetter(ctx, { number, id: draft.id }), later(days)))
}

/** An application that was refused, with its notice in the mailbox since 7 May: known on 10 May, the month ends on 10 June 2026. */
async function refused(actor: Actor = stranger) {
  const sent = await t.send(actor)
  for (const [by, step, more] of [
    [t.clerk, 'accept'],
    [t.clerk, 'start'],
    [t.clerk, 'draft', { outcome: 'refused', text: 'Zu laut.' }],
    [t.lead, 'approve'],
  ] as const)
    given(await take(by, sent.number, step, more))
  const notice = await deliver(sent.number, 'decision', 0)
  given(await take(t.clerk, sent.number, 'close'))
  return { ...sent, notice }
}

const partyOf = async (secret: string) => (await t.as(stranger, async (ctx) => (await partyBySecret(ctx, secret))!)).party
const who = { applicant: { firstName: 'Ada', lastName: 'Muster' } }
const address = { street: 'Am Fluss', houseNumber: '3', postalCode: '12345', city: 'Anderswo' }

async function object(of: { secret: string; notice: { id: string } }, days: number, more: Record<string, unknown> = {}) {
  const party = await partyOf(of.secret)
  const started = given(await t.as(stranger, (ctx) => startObjection(ctx, party, { letterId: of.notice.id }), later(days)))
  const ref = { secret: started.secret! }
  const { draft } = (await t.as(stranger, (ctx) => openDraft(ctx, ref), later(days)))!
  const answers = { ...draft.answers, ...who, address, ...more }
  given(await t.as(stranger, (ctx) => saveDraft(ctx, ref, { answers, page: 'who' }), later(days)))
  return {
    id: draft.id,
    known: draft.answers,
    ref,
    submit: () => t.as(stranger, (ctx) => submit(ctx, ref, { clientKey: newId() }), later(days)),
  }
}

describe('an objection', () => {
  test('opens filled in, becomes a case of its own at the unit that decided, and both name each other', async () => {
    const it = await refused()
    const { known, submit: send } = await object(it, 20, { reasons: 'Die Band spielt leise.' })
    expect(known).toEqual({
      reference: it.number,
      decision: 'Fest auf öffentlichem Grund',
      decidedOn: '2026-05-07',
      extent: 'whole',
      late: false,
    })
    const sent = given(await send())
    expect(sent.number).toMatch(/^W-/)
    const [objection, decided] = await t.as(undefined, async (ctx) => [
      (await caseByNumber(ctx, sent.number))!,
      (await caseByNumber(ctx, it.number))!,
    ])
    expect(objection).toMatchObject({ title: 'Widerspruch: Fest auf öffentlichem Grund', unitId: t.office, state: 'received' })
    expect(await t.as(t.clerk, (ctx) => objectionsAtDesk(ctx, objection!))).toMatchObject({
      filed: [],
      own: {
        against: { number: it.number },
        deliveredOn: '2026-05-10',
        lastDay: '2026-06-10',
        receivedOn: '2026-05-27',
        late: false,
        formKept: false,
        unchecked: true,
        lastDayWithoutNotice: '2027-05-10',
      },
    })
    expect((await t.as(t.clerk, (ctx) => objectionsAtDesk(ctx, decided!))).filed).toMatchObject([{ number: sent.number }])
    const told = await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: it.caseId }, ['parties']))
    expect(told.at(-1)).toMatchObject({ kind: 'application.objectionFiled', data: { otherNumber: sent.number } })

    const remedies = await t.as(stranger, async (ctx) => remediesFor(ctx, decided!, await lettersOf(ctx, it.caseId, 'parties')))
    expect([...remedies.values()]).toEqual([{ kind: 'filed', number: sent.number }])
    const party = await partyOf(it.secret)
    expect(codeOf(await t.as(stranger, (ctx) => startObjection(ctx, party, { letterId: it.notice.id })))).toBe('objectionFiledAlready')
  })

  test('goes its whole way: admissible, drafted, approved by another person, delivered with court and costs, closed', async () => {
    const it = await refused()
    const { number, caseId, secret } = given(await (await object(it, 20)).submit())
    given(await take(t.clerk, number, 'accept', {}, 21))
    expect(codeOf(await take(t.clerk, number, 'admit', { reason: 'mood' }, 21))).toBe('reasonWrong')
    given(await take(t.clerk, number, 'admit', { reason: 'inTime' }, 21))
    expect(codeOf(await take(t.clerk, number, 'draft', { outcome: 'remedied', text: 'Doch.' }, 22))).toBe('outcomeMissing')
    given(await take(t.clerk, number, 'draft', { outcome: 'rejected', text: 'Es bleibt zu laut.' }, 22))
    expect(codeOf(await take(t.clerk, number, 'approve', {}, 22))).toBe('notAllowed')
    given(await take(t.lead, number, 'approve', {}, 23))
    const missing = await t.as(
      t.clerk,
      (ctx) => writeLetter(ctx, { ...letter, name: 'Ada', number, template: 'widerspruchsbescheid' }),
      later(24),
    )
    expect(codeOf(missing)).toBe('placeholderEmpty')
    const notice = await deliver(number, 'widerspruchsbescheid', 24, { fact__kosten: 'Sie tragen die Kosten. Die Gebühr beträgt 50 Euro.' })
    expect(notice.remedyUntil).toBe('2026-07-03')
    given(await take(t.clerk, number, 'close', {}, 25))
    const of = (await t.as(undefined, (ctx) => caseByNumber(ctx, number)))!
    expect(of).toMatchObject({ state: 'closed', stage: 'done' })
    // Against the decision on an objection goes a suit, and no further objection.
    const remedies = await t.as(stranger, async (ctx) => remediesFor(ctx, of, await lettersOf(ctx, caseId, 'parties')))
    expect([...remedies.values()]).toMatchObject([{ kind: 'suit', court: 'dem Verwaltungsgericht Widerspruch', lastDay: '2026-07-03' }])
    const party = await partyOf(secret)
    expect(codeOf(await t.as(stranger, (ctx) => startObjection(ctx, party, { letterId: notice.id })))).toBe('noObjection')
  })

  test('is remedied by two persons as well', async () => {
    const { number } = given(await (await object(await refused(), 20)).submit())
    given(await take(t.clerk, number, 'accept', {}, 21))
    given(await take(t.clerk, number, 'admit', { reason: 'inTime' }, 21))
    given(await take(t.clerk, number, 'draftRemedy', { outcome: 'remedied', text: 'Die Band spielt leise.' }, 22))
    given(await take(t.lead, number, 'approveRemedy', {}, 22))
    await deliver(number, 'abhilfebescheid', 23, { fact__kosten: 'Die Kosten trägt die Stadt.' })
    given(await take(t.clerk, number, 'close', {}, 23))
  })

  test('that comes too late is taken, says so, and asks why; the clerk says what becomes of it', async () => {
    const it = await refused()
    const { known, submit: send } = await object(it, 36, { lateReasons: 'Ich lag im Krankenhaus.' })
    expect(known.late).toBe(true)
    const sent = given(await send())
    const of = (await t.as(undefined, (ctx) => caseByNumber(ctx, sent.number)))!
    const { own } = await t.as(t.clerk, (ctx) => objectionsAtDesk(ctx, of))
    expect(own).toMatchObject({ late: true, daysLate: 2, lastDay: '2026-06-10', receivedOn: '2026-06-12' })
    given(await take(t.clerk, sent.number, 'accept', {}, 37))
    given(await take(t.clerk, sent.number, 'admit', { reason: 'reinstated' }, 37))
  })

  test('of two at the same moment one is filed', async () => {
    const it = await refused()
    const [a, b] = [await object(it, 3), await object(it, 3)]
    const codes = (await Promise.all([a.submit(), b.submit()])).map(codeOf)
    expect(codes.sort()).toEqual(['objectionFiledAlready', 'ok'])
  })

  test('keeps the decision from being deleted as long as it is open', async () => {
    const it = await refused()
    const objection = given(await (await object(it, 3)).submit())
    const rule = { kind: 'application', result: 'done', archiveDays: 0, anonymiseDays: 0, deleteDays: 14, reason: '§ 4' }
    const due = async (isHeld: boolean) => (await t.as(undefined, (ctx) => countDue(ctx, [rule], 'tell', isHeld), later(100))).samples
    expect(await due(true)).toContain(it.number)
    expect(await due(false)).not.toContain(it.number)
    given(await take(t.clerk, objection.number, 'end', { reason: 'withdrawnInWriting', text: 'Zurückgenommen.' }, 4))
    expect(await due(true)).not.toContain(it.number)
  })

  test.each(['anonymise', 'beforeDelete'] as const)(
    'that was only begun goes with the decision, and its files with it: %s',
    async (step) => {
      const [it, other] = [await refused(), await refused()]
      const [begun, stays] = [await object(it, 3), await object(other, 3)]
      await t.as(undefined, async (ctx) => {
        for (const { id } of [begun, stays]) await addPaper(ctx, id)
        await retentionKind('application')![step]!(ctx, [it.caseId])
        expect([await papersOf(ctx, begun.id), await papersOf(ctx, stays.id)]).toEqual([0, 1])
      })
      const opened = await Promise.all([begun, stays].map(({ ref }) => t.as(stranger, (ctx) => openDraft(ctx, ref), later(4))))
      expect(opened.map((one) => one?.draft.id)).toEqual([undefined, stays.id])
    },
  )

  test('can be filed anew after it was withdrawn', async () => {
    const it = await refused()
    const first = given(await (await object(it, 3)).submit())
    given(await take(t.clerk, first.number, 'end', { reason: 'withdrawnInWriting', text: 'Zurückgenommen.' }, 4))
    expect(given(await (await object(it, 5)).submit()).number).not.toBe(first.number)
  })

  test('is for the applicant of the decision alone, and for letters that decide', async () => {
    const [it, other] = [await refused(), await refused()]
    const party = await partyOf(it.secret)
    const start = (letterId: string, as = party) => t.as(stranger, (ctx) => startObjection(ctx, as, { letterId }))
    expect(codeOf(await start(other.notice.id))).toBe('unknown')
    expect(codeOf(await start(newId()))).toBe('unknown')
    expect(codeOf(await start(it.notice.id, { ...party, role: 'subscriber' }))).toBe('notAllowed')
    const asked = await deliver(it.number, 'nachforderung', 0, { fact__missing: 'Lageplan' })
    expect(codeOf(await start(asked.id))).toBe('noObjection')
  })

  test('is not taken online where the town takes them on paper alone', async () => {
    const it = await refused()
    const head = await t.as(undefined, letterHead)
    given(await t.as(undefined, (ctx) => changeLetterHead(ctx, { ...head, objections: 'paper' })))
    const party = await partyOf(it.secret)
    expect(codeOf(await t.as(stranger, (ctx) => startObjection(ctx, party, { letterId: it.notice.id })))).toBe('noObjection')
    given(await t.as(undefined, (ctx) => changeLetterHead(ctx, head)))
  })
})

test('where the service knows no objection the notice names the court, and the page too', async () => {
  const offered = { serviceId: t.serviceId, slug: 'fest', name: { de: 'Fest' }, form: 'event', workflow: 'event', unitId: t.office }
  given(await t.as(undefined, (ctx) => offerOnline(ctx, { ...offered, remedy: 'suit' })))
  const it = await refused()
  const of = (await t.as(undefined, (ctx) => caseByNumber(ctx, it.number)))!
  const remedies = await t.as(stranger, async (ctx) => remediesFor(ctx, of, await lettersOf(ctx, it.caseId, 'parties')))
  expect([...remedies.values()]).toMatchObject([{ kind: 'suit', lastDay: '2026-06-10' }])
  given(await t.as(undefined, (ctx) => offerOnline(ctx, offered)))
})
