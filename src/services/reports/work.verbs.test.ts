import { expect, test } from 'vitest'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { anybody, reportTown } from '../../../test/setup/reports.ts'
import { thursday } from '../../../test/setup/town.ts'
import { changeCase } from '../cases/case.sql.ts'
import { caseById, caseByNumber, deskCounts } from '../cases/index.ts'
import { openQuestions } from '../cases/message.sql.ts'
import {
  answerQuestion,
  assignTo,
  deskReport,
  possibleAssignees,
  possibleWorkers,
  recategorise,
  reportCards,
  setPriority,
  takeStep,
} from './index.ts'
import { reports } from './module.ts'
import { expireQuestions } from './report.jobs.ts'
import { workshop } from './testing/workshop.ts'

const { pool, t, kindsOf, take, codeOf, partyFor } = await workshop()

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
