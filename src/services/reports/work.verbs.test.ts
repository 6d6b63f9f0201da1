import { expect, test } from 'vitest'
import { eventsAbout } from '#core/memory/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { anybody, place, reportTown } from '../../../test/setup/reports.ts'
import { thursday } from '../../../test/setup/town.ts'
import { changeCase } from '../cases/case.sql.ts'
import { caseById, caseByNumber, deskCases, deskCounts, partyByCode, partyBySecret, publicCases } from '../cases/index.ts'
import { openQuestions } from '../cases/message.sql.ts'
import {
  addNote,
  answerQuestion,
  assignTo,
  deskReport,
  hideReport,
  joinReport,
  leaveReport,
  partyReport,
  possibleAssignees,
  possibleWorkers,
  publicReport,
  publishReport,
  recategorise,
  reportCards,
  rewordReport,
  type StepInput,
  sayInPublic,
  sendReport,
  setPriority,
  subscribeToReport,
  takeStep,
  withdrawReport,
  writeToParties,
} from './index.ts'
import { reports } from './module.ts'
import { deleteUnconfirmed, expireQuestions } from './report.jobs.ts'

const { pool } = await testDatabase()
const t = await reportTown(pool, 'werkstadt')

const kindsOf = async (caseId: string, audiences: ('public' | 'parties' | 'internal')[] = ['public', 'parties', 'internal']) =>
  (await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: caseId }, audiences))).map(({ kind }) => kind)
const take = (actor: typeof t.clerk, number: string, verb: StepInput['verb'], more: Partial<StepInput> = {}) =>
  t.as(actor, (ctx) => takeStep(ctx, { number, verb, ...more }))
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'ok' : result.refusal.code)
const partyFor = (secret: string) => t.as(anybody, async (ctx) => (await partyBySecret(ctx, secret))!.party)

test('the whole life of a report: sent, routed, accepted, asked, answered, planned, begun, done, opened again', async () => {
  const { number, caseId, secret, published } = await t.send()
  expect(published).toBe(true)
  expect(await kindsOf(caseId)).toEqual(['report.sent', 'report.published', 'report.routed', 'promise.made'])
  const state = async () => (await t.as(undefined, (ctx) => caseByNumber(ctx, number)))?.state
  expect(await state()).toBe('assigned')

  for (const [actor, verb, more, next, kind] of [
    [t.clerk, 'accept', { text: 'Wir kümmern uns.' }, 'accepted', 'assignment.accepted'],
    [t.clerk, 'ask', { text: 'Wie tief ist das Loch?' }, 'question', 'question.asked'],
  ] as const) {
    expect(codeOf(await take(actor, number, verb, more))).toBe('ok')
    expect(await state()).toBe(next)
    expect((await kindsOf(caseId)).at(-1)).toBe(kind)
  }
  const party = await partyFor(secret)
  expect(codeOf(await t.as(anybody, (ctx) => answerQuestion(ctx, party, { text: 'Zehn Zentimeter.' })))).toBe('ok')
  expect(await state()).toBe('accepted')
  for (const [actor, verb, more, next, kind] of [
    [t.clerk, 'plan', { date: '2026-05-12' }, 'planned', 'work.planned'],
    [t.crew, 'start', {}, 'inWork', 'work.started'],
    [t.crew, 'finish', { noPhotoReason: 'unsafe', text: 'Das Loch ist zu.' }, 'done', 'work.done'],
    [t.lead, 'reopen', { reason: 'notFixed' }, 'reopened', 'report.reopened'],
  ] as const) {
    expect(codeOf(await take(actor, number, verb, more))).toBe('ok')
    expect(await state()).toBe(next)
    expect((await kindsOf(caseId)).at(-1)).toBe(kind)
  }
  expect(await kindsOf(caseId)).toHaveLength(11)
})

test('guards: what is missing, wrong or not allowed is refused and leaves nothing', async () => {
  const { number, caseId } = await t.send()
  const before = await kindsOf(caseId)
  for (const [actor, verb, more, code] of [
    [t.citizen, 'accept', {}, 'notAllowed'],
    [t.gardener, 'accept', {}, 'notYourUnit'],
    [t.clerk, 'finish', { noPhotoReason: 'unsafe' }, 'wrongState'],
    [t.clerk, 'route', { unitId: t.green }, 'notAllowed'],
    [t.clerk, 'handOn', {}, 'reasonMissing'],
    [t.clerk, 'end', { text: 'Schluss' }, 'reasonMissing'],
    [t.clerk, 'end', { reason: 'notOurs' }, 'textMissing'],
    [t.clerk, 'end', { reason: 'notFixed', text: 'x' }, 'reasonWrong'],
    [t.clerk, 'end', { reason: 'withdrawn', text: 'x' }, 'reasonWrong'],
    [t.clerk, 'end', { reason: 'duplicate', text: 'x' }, 'reasonWrong'],
    [t.clerk, 'accept', { version: 99 }, 'changedMeanwhile'],
    [t.clerk, 'answer', { text: 'x' }, 'notAllowed'],
  ] as const)
    expect([verb, codeOf(await take(actor, number, verb, more))]).toEqual([verb, code])
  expect(await kindsOf(caseId)).toEqual(before)

  expect(codeOf(await take(t.clerk, number, 'accept'))).toBe('ok')
  expect(codeOf(await take(t.clerk, number, 'plan', {}))).toBe('dateMissing')
  expect(codeOf(await take(t.clerk, number, 'plan', { date: '2026-05-06' }))).toBe('datePast')
  expect(codeOf(await take(t.clerk, number, 'finish', {}))).toBe('proofMissing')
})

test('a department works on the cases of its teams, and a team on those of its department', async () => {
  const { number } = await t.send()
  expect(codeOf(await take(t.dispatcher, number, 'end', { reason: 'noDefect', text: 'Kein Schaden.' }))).toBe('ok')
  const second = await t.send()
  expect(codeOf(await take(t.crew, second.number, 'accept'))).toBe('ok')
  expect(codeOf(await take(t.clerk, second.number, 'handOn', { reason: 'otherUnit', text: 'Bitte an den Unterhalt' }))).toBe('ok')
  expect(codeOf(await take(t.clerk, second.number, 'end', { reason: 'noDefect', text: 'x' }))).toBe('notYourUnit')
  expect(codeOf(await take(t.dispatcher, second.number, 'route', {}))).toBe('unitMissing')
  expect(codeOf(await take(t.dispatcher, second.number, 'route', { unitId: t.upkeep }))).toBe('ok')
  expect(codeOf(await take(t.clerk, second.number, 'accept'))).toBe('ok')
  const desk = await t.as(t.clerk, (ctx) => deskReport(ctx, second.number))
  expect(desk?.assignments.map(({ unitName, state }) => [unitName, state])).toEqual([
    ['Straßenunterhalt', 'accepted'],
    ['Tiefbauamt', 'rejected'],
  ])
  expect(desk?.trace?.taken).toBe('byHand')
  expect(desk?.trace?.tried.map(({ level }) => level)).toEqual(['categoryDefault', 'byHand'])
})

test('who changed it meanwhile is named, with time', async () => {
  const { number } = await t.send()
  await take(t.clerk, number, 'accept', { version: 2 })
  const late = await take(t.crew, number, 'start', { version: 2 })
  expect(late).toMatchObject({ ok: false, refusal: { code: 'changedMeanwhile', facts: { who: 'Klara Kern', version: 3 } } })
})

test('two who take the same step at once: one does it, the other is refused', async () => {
  const { number } = await t.send()
  const both = await Promise.all([take(t.clerk, number, 'accept', { version: 2 }), take(t.crew, number, 'accept', { version: 2 })])
  expect(both.map(codeOf).sort()).toEqual(['changedMeanwhile', 'ok'])
})

test('what is said is read by whom it is meant for', async () => {
  const { number, secret, caseId } = await t.send()
  await take(t.clerk, number, 'accept', { text: 'Angenommen!' })
  await t.as(t.clerk, (ctx) => addNote(ctx, { number, text: 'Intern: alte Leitung' }))
  await t.as(t.clerk, (ctx) => sayInPublic(ctx, { number, text: 'Wir sind dran.' }))
  await t.as(t.clerk, (ctx) => writeToParties(ctx, { number, text: 'Nur für Sie.' }))
  const texts = (entries: readonly { text: string | undefined }[] | undefined) => entries?.flatMap(({ text }) => text ?? [])
  expect(texts((await t.as(anybody, (ctx) => publicReport(ctx, number)))?.timeline)).toEqual(['Angenommen!', 'Wir sind dran.'])
  const party = await partyFor(secret)
  expect(texts((await t.as(anybody, (ctx) => partyReport(ctx, party)))?.timeline)).toEqual([
    'Angenommen!',
    'Wir sind dran.',
    'Nur für Sie.',
  ])
  expect(texts((await t.as(t.crew, (ctx) => deskReport(ctx, number)))?.timeline)).toHaveLength(4)
  expect((await kindsOf(caseId)).slice(4)).toEqual(['assignment.accepted', 'note.added', 'word.given', 'message.sent'])
})

test('the public page names a role, never a person; contact is for those who may see it', async () => {
  const { number } = await t.send({ name: 'Anna Anonym', email: 'anna@example.org', phone: '0911 1234' })
  await take(t.clerk, number, 'accept')
  const seen = JSON.stringify(await t.as(anybody, (ctx) => publicReport(ctx, number)))
  expect(seen).toContain('Tiefbauamt')
  for (const secret of ['Anna', 'anna@', '0911', 'Klara', t.clerk.personId!]) expect(seen).not.toContain(secret)
  expect((await t.as(t.crew, (ctx) => deskReport(ctx, number)))?.parties).toEqual([])
  expect((await t.as(t.clerk, (ctx) => deskReport(ctx, number)))?.parties[0]?.email).toBe('anna@example.org')
  const reads = await t.as(undefined, (ctx) =>
    ctx.db
      .selectFrom('core.record_read')
      .select('purpose')
      .where('tenant_id', '=', ctx.town.id)
      .where('reader_person_id', '=', t.clerk.personId!)
      .execute(),
  )
  expect(reads.some(({ purpose }) => purpose === 'report.contact')).toBe(true)
  expect(await t.as(t.citizen, (ctx) => deskReport(ctx, number))).toBeUndefined()
})

test('no event carries what people wrote or who they are', async () => {
  const { number, caseId, secret } = await t.send({ text: 'Geheimwort Apfelkuchen', name: 'Anna Anonym', email: 'anna2@example.org' })
  await take(t.clerk, number, 'accept', { text: 'Antwortwort Birnenmus' })
  const party = await partyFor(secret)
  await t.as(anybody, (ctx) => withdrawReport(ctx, party))
  const events = JSON.stringify(
    await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: caseId }, ['public', 'parties', 'internal'])),
  )
  for (const word of ['Apfelkuchen', 'Birnenmus', 'Anna', 'anna2', 'Klara']) expect(events).not.toContain(word)
})

test('an answer without account: number and code open the case, wrong ones look alike, and nobody can lock the right one out', async () => {
  const { number, code } = await t.send()
  const open = (n: string, c: string) => t.as(anybody, (ctx) => partyByCode(ctx, { number: n, code: c }))
  expect(codeOf(await open(number.toLowerCase().replaceAll('-', ' '), `${code.slice(0, 4)} ${code.slice(4)}`))).toBe('ok')
  const wrong = await open(number, 'AAAAAAAAAAAA')
  expect(wrong).toEqual(await open('M-AAAA-AAAA', code))
  for (let i = 0; i < 30; i++) await open(number, 'AAAAAAAAAAAA')
  expect(codeOf(await open(number, code))).toBe('ok')
})

test('"me too" counts once per person and browser, and can be taken back', async () => {
  const { number, caseId } = await t.send({}, t.citizen)
  const mark = 'a'.repeat(20)
  const join = (actor: typeof t.citizen, input: object = {}) => t.as(actor, (ctx) => joinReport(ctx, { number, ...input }))
  const countOf = (joined: Awaited<ReturnType<typeof join>>) => joined.ok && [joined.value.supportCount, joined.value.already]
  expect(countOf(await join(t.neighbour))).toEqual([1, false])
  expect(countOf(await join(t.neighbour))).toEqual([1, true])
  const nina = { email: 'Nina@Example.org', mark: 'n'.repeat(20) }
  expect(countOf(await join(anybody, nina))).toEqual([2, false])
  expect(countOf(await join(anybody, nina))).toEqual([2, true])
  expect(countOf(await join(anybody, { mark }))).toEqual([3, false])
  expect(countOf(await join(anybody, { mark }))).toEqual([3, true])
  expect(countOf(await join(t.citizen))).toEqual([3, true])
  expect((await kindsOf(caseId)).filter((kind) => kind === 'report.joined')).toHaveLength(3)

  const joined = await join(anybody, { mark: 'b'.repeat(20) })
  const party = await partyFor(joined.ok ? joined.value.secret : '')
  expect(codeOf(await t.as(anybody, (ctx) => leaveReport(ctx, party)))).toBe('ok')
  expect((await t.as(undefined, (ctx) => caseByNumber(ctx, number)))?.supportCount).toBe(3)
  expect(await t.as(anybody, (ctx) => partyBySecret(ctx, joined.ok ? joined.value.secret : ''))).toBeUndefined()
})

test('nobody learns by "me too" whose address takes part in a report', async () => {
  const { number } = await t.send({ email: 'reporter@example.org' })
  const shapeOf = async (email: string, mark: string) => {
    const joined = await t.as(anybody, (ctx) => joinReport(ctx, { number, email, mark: mark.repeat(20) }))
    return joined.ok && [joined.value.already, joined.value.confirming, joined.value.secret.length, joined.value.code.length]
  }
  const unknown = await shapeOf('somebody@example.org', 'u')
  expect(unknown).toEqual([false, true, expect.any(Number), 12])
  expect(await shapeOf('reporter@example.org', 'v')).toEqual(unknown)
  expect(await shapeOf('reporter@example.org', 'v')).toEqual(await shapeOf('somebody@example.org', 'u'))
  expect((await t.as(undefined, (ctx) => caseByNumber(ctx, number)))?.supportCount).toBe(2)
})

test('what cannot be joined: unknown, unpublished and settled reports', async () => {
  const hidden = await t.send({ category: 'tree', text: 'Tel. 0911 1234567' })
  const ended = await t.send()
  await take(t.clerk, ended.number, 'end', { reason: 'noDefect', text: 'x' })
  for (const [number, code] of [
    ['M-AAAA-AAAA', 'unknown'],
    [hidden.number, 'unknown'],
    [ended.number, 'alreadyEnded'],
  ] as const) {
    expect(codeOf(await t.as(t.neighbour, (ctx) => joinReport(ctx, { number })))).toBe(code)
    expect(codeOf(await t.as(t.neighbour, (ctx) => subscribeToReport(ctx, { number })))).toBe(code)
  }
})

test('before it is checked nothing is public; the moderator decides what is', async () => {
  const { number, published, secret, caseId } = await t.send({ category: 'tree', text: 'Ast über der Bank von Herrn Müller' })
  expect(published).toBe(false)
  await take(t.gardener, number, 'accept', { text: 'Wir kommen.' })
  expect(await t.as(anybody, (ctx) => publicReport(ctx, number))).toBeUndefined()
  expect(await kindsOf(caseId, ['public'])).toEqual([])
  expect((await t.as(t.clerk, (ctx) => deskReport(ctx, number)))?.findings).toEqual(['name'])
  expect(
    (await t.as(t.moderator, (ctx) => deskCases(ctx, { kind: 'report', tab: 'unpublished' }))).items.map((one) => one.number),
  ).toContain(number)

  expect(codeOf(await t.as(t.clerk, (ctx) => publishReport(ctx, { number })))).toBe('notAllowed')
  expect(codeOf(await t.as(t.moderator, (ctx) => publishReport(ctx, { number, publicText: 'Ast über der Bank' })))).toBe('ok')
  expect((await t.as(anybody, (ctx) => publicReport(ctx, number)))?.publicText).toBe('Ast über der Bank')
  const party = await partyFor(secret)
  expect((await t.as(anybody, (ctx) => partyReport(ctx, party)))?.originalText).toContain('Müller')
  // What happened before stays with the parties: an audience never grows.
  expect(await kindsOf(caseId, ['public'])).toEqual(['report.published'])

  await t.as(t.moderator, (ctx) => rewordReport(ctx, { number, publicText: 'Ein Ast hängt tief' }))
  expect(codeOf(await t.as(t.moderator, (ctx) => hideReport(ctx, { number, reason: 'insult' })))).toBe('ok')
  expect(await t.as(anybody, (ctx) => publicReport(ctx, number))).toBeUndefined()
  expect((await kindsOf(caseId)).slice(-3)).toEqual(['report.published', 'report.reworded', 'report.hidden'])
})

test('a note at the place that tells about people stays with the reporter and the staff', async () => {
  const note = 'bei Frau Lindner klingeln, 0171 2345678'
  const { number, secret, published } = await t.send({ place: { ...place, note } })
  expect(published).toBe(false)
  expect(codeOf(await t.as(t.moderator, (ctx) => publishReport(ctx, { number, publicText: 'Ein tiefes Loch' })))).toBe('ok')
  expect(JSON.stringify(await t.as(anybody, (ctx) => publicReport(ctx, number)))).not.toContain('Lindner')
  const party = await partyFor(secret)
  expect((await t.as(anybody, (ctx) => partyReport(ctx, party)))?.place.note).toBe(note)
  expect((await t.as(t.clerk, (ctx) => deskReport(ctx, number)))?.place.note).toBe(note)
  const plain = await t.send({ place: { ...place, note: 'hinter dem Kiosk' } })
  expect((await t.as(anybody, (ctx) => publicReport(ctx, plain.number)))?.place.note).toBe('hinter dem Kiosk')
})

test('a report that wants a confirmed address waits, is never public here, and is deleted after a day', async () => {
  const refused = await t.as(anybody, (ctx) => sendReport(ctx, { category: 'odd', place, text: 'x' }))
  expect(codeOf(refused)).toBe('contactMissing')
  const waiting = await t.send({ category: 'odd', email: 'w@example.org' })
  expect([waiting.state, waiting.confirming]).toEqual(['unconfirmed', true])
  const later = new Date(thursday.getTime() + 25 * 3_600_000)
  expect(await t.as(undefined, deleteUnconfirmed)).toBe(0)
  expect(await t.as(undefined, deleteUnconfirmed, { now: later })).toBe(1)
  expect(await t.as(undefined, (ctx) => caseByNumber(ctx, waiting.number))).toBeUndefined()
})

test('a question without an answer runs out after two weeks', async () => {
  const { number, caseId } = await t.send()
  await take(t.clerk, number, 'accept')
  await take(t.clerk, number, 'ask', { text: 'Wo genau?' })
  expect(await t.as(undefined, expireQuestions)).toBe(0)
  expect(await t.as(undefined, expireQuestions, { now: new Date(thursday.getTime() + 15 * 86_400_000) })).toBe(1)
  expect((await t.as(undefined, (ctx) => caseByNumber(ctx, number)))?.state).toBe('accepted')
  expect((await kindsOf(caseId)).at(-1)).toBe('question.expired')
})

test('of the questions whose time is over, the one that waited longest comes first', async () => {
  const day = (n: number) => new Date(thursday.getTime() + n * 86_400_000)
  const asked: string[] = []
  for (const n of [0, 1, 2]) {
    const { number, caseId } = await t.send()
    await take(t.clerk, number, 'accept')
    await t.as(t.clerk, (ctx) => takeStep(ctx, { number, verb: 'ask', text: 'Wo genau?' }), { now: day(n) })
    asked.push(caseId)
  }
  const due = await t.as(undefined, (ctx) => openQuestions(ctx, { dueBefore: day(30) }))
  expect(due.map(({ caseId }) => caseId)).toEqual(asked)

  // One is withdrawn meanwhile: nothing runs out there, and its question does not come up again.
  const first = (await t.as(undefined, (ctx) => caseById(ctx, asked[0]!)))!
  await t.as(undefined, (ctx) => changeCase(ctx, first.id, { state: 'withdrawn' }))
  expect(await t.as(undefined, expireQuestions, { now: day(30) })).toBe(2)
  expect(await t.as(undefined, (ctx) => openQuestions(ctx, { dueBefore: day(30) }))).toEqual([])
})

test('assignee, priority and category change with one event each; a new category asks the rules again', async () => {
  const { number, caseId } = await t.send()
  expect(codeOf(await t.as(t.clerk, (ctx) => assignTo(ctx, { number, personId: t.gardener.personId })))).toBe('personUnknown')
  expect(codeOf(await t.as(t.clerk, (ctx) => assignTo(ctx, { number, personId: t.crew.personId })))).toBe('ok')
  expect(codeOf(await t.as(t.clerk, (ctx) => setPriority(ctx, { number, priority: 2 })))).toBe('ok')
  expect(codeOf(await t.as(t.dispatcher, (ctx) => recategorise(ctx, { number, category: 'tree' })))).toBe('ok')
  const it = await t.as(undefined, (ctx) => caseByNumber(ctx, number))
  expect([it?.unitId, it?.assigneeId, it?.priority, it?.title]).toEqual([t.green, undefined, 2, 'tree'])
  expect((await kindsOf(caseId)).slice(4)).toEqual(['report.assigned', 'report.prioritised', 'report.recategorised', 'report.routed'])
})

test('whoever works can be given reports: of a unit its members, in the whole town all; citizens learn no names', async () => {
  const { number } = await t.send()
  const names = async (actor: typeof t.clerk, find: (ctx: Ctx) => Promise<readonly { name: string }[]>) =>
    (await t.as(actor, find)).map(({ name }) => name)
  expect(await names(t.dispatcher, possibleWorkers)).toEqual(['Cem Kraft', 'Dora Dienst', 'Gero Grün', 'Klara Kern', 'Lena Leit'])
  expect(await names(t.clerk, (ctx) => possibleAssignees(ctx, number))).toEqual(['Cem Kraft', 'Klara Kern', 'Lena Leit'])
  expect([await names(t.citizen, possibleWorkers), await names(t.citizen, (ctx) => possibleAssignees(ctx, number))]).toEqual([[], []])
})

test('the same key sends once', async () => {
  const clientKey = 'key-of-a-phone'
  const first = await t.send({ clientKey })
  const again = await t.send({ clientKey })
  expect([again.number, again.repeated, again.secret]).toEqual([first.number, true, ''])
})

test('the same key sends once also when both come at once', async () => {
  const sent = await Promise.all([1, 2, 3].map(() => t.send({ clientKey: 'key-of-two-tabs' })))
  expect(new Set(sent.map(({ number }) => number)).size).toBe(1)
  expect(sent.filter(({ repeated }) => !repeated)).toHaveLength(1)
})

test('a category that is never public takes a report from the public', async () => {
  const { number, published } = await t.send()
  expect(published).toBe(true)
  expect(codeOf(await t.as(t.dispatcher, (ctx) => recategorise(ctx, { number, category: 'odd' })))).toBe('ok')
  expect(await t.as(anybody, (ctx) => publicReport(ctx, number))).toBeUndefined()
})

test('a work list that was away for a moment learns of every kind of step', async () => {
  const away = await reportTown(pool, 'tafelstadt')
  const desk = reports.topics?.find(({ kind }) => kind === 'desk')
  const changed = (since: string) => away.as(away.clerk, async (ctx) => await desk?.changedSince?.(ctx, '', since))
  const { number } = await away.send()
  for (const verb of ['accept', 'start'] as const) {
    const before = newId(thursday.getTime())
    expect(await changed(before)).toBe(false)
    expect(codeOf(await away.as(away.clerk, (ctx) => takeStep(ctx, { number, verb })))).toBe('ok')
    expect(await changed(before)).toBe(true)
  }
})

test('another town sees nothing of it', async () => {
  const other = await reportTown(pool, 'nebenstadt')
  const { number, secret } = await t.send()
  expect(await other.as(anybody, (ctx) => publicReport(ctx, number))).toBeUndefined()
  expect(await other.as(other.clerk, (ctx) => deskReport(ctx, number))).toBeUndefined()
  expect(await other.as(anybody, (ctx) => partyBySecret(ctx, secret))).toBeUndefined()
  expect((await other.as(anybody, (ctx) => publicCases(ctx, { kind: 'report' }))).items).toEqual([])
  expect((await other.as(other.clerk, (ctx) => deskCounts(ctx, 'report'))).all).toEqual({ count: 0, more: false })
  expect(codeOf(await other.as(other.clerk, (ctx) => takeStep(ctx, { number, verb: 'accept' })))).toBe('unknown')
})

test('lists page forwards and backwards without losing or doubling one', async () => {
  const listed = await reportTown(pool, 'listenstadt')
  const sent: string[] = []
  for (let i = 0; i < 7; i++) sent.push((await listed.send({ text: `Loch ${i}` })).number)
  const page = (more: object) => listed.as(anybody, (ctx) => reportCards(ctx, {}, { limit: 3, ...more }))
  const first = await page({})
  const second = await page({ after: first.next })
  const third = await page({ after: second.next })
  const numbers = (list: typeof first) => list.items.map((one) => one.number)
  expect([...numbers(first), ...numbers(second), ...numbers(third)].sort()).toEqual([...sent].sort())
  expect([first.previous, third.next]).toEqual([undefined, undefined])
  expect(numbers(await page({ before: third.previous }))).toEqual(numbers(second))
  expect(numbers(await page({ before: second.previous }))).toEqual(numbers(first))
  const found = await listed.as(anybody, (ctx) => reportCards(ctx, { text: 'loch 4' }))
  expect(found.items).toHaveLength(1)
  expect((await listed.as(anybody, (ctx) => reportCards(ctx, { bounds: [11, 49, 11.01, 49.01] }))).items).toEqual([])
  expect((await listed.as(listed.clerk, (ctx) => deskCounts(ctx, 'report'))).team.count).toBe(7)
})
