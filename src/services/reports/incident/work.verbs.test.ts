import { expect, test } from 'vitest'
import { anybody } from '../../../../test/setup/reports.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { caseByNumber, type Party } from '../../cases/index.ts'
import { waitOfCase } from '../escalation/wait.sql.ts'
import { answerQuestion, assignTo, hideReport, withdrawReport } from '../index.ts'
import { objectTo } from '../proof/objection.verbs.ts'
import { expireQuestions } from '../report.jobs.ts'
import { heap } from './testing/heap.ts'

const { t, next, codeOf, take, merge, split, undo, caseOf, seenBy, inPublic, atDesk, kinds, three } = await heap()

test('the work goes on at one place: steps at a member are refused, and what it needs alone is not', async () => {
  const { a, b, parties } = await three()
  await merge(a, [b])
  expect(await take(b, 'accept')).toBe('inIncident')
  expect(codeOf(await t.as(t.clerk, (ctx) => assignTo(ctx, { number: b, personId: undefined })))).toBe('inIncident')
  expect((await atDesk(b)).verbs).toEqual([])
  expect((await atDesk(b)).incident?.head.number).toBe(a)
  expect(codeOf(await t.as(t.moderator, (ctx) => hideReport(ctx, { number: b, reason: 'personalData' }), next()))).toBe('ok')
  expect(await inPublic(b)).toBeUndefined()
  expect((await inPublic(a))?.incident).toMatchObject({ count: 2, others: [] })
  for (const party of parties.slice(0, 2)) expect(codeOf(await t.as(anybody, (ctx) => withdrawReport(ctx, party)))).toBe('wrongState')
  expect((await seenBy(parties[1])).mayWithdraw).toBe(false)
})

test('a question goes to one reporter or to all; the first answer lets the work go on', async () => {
  const { a, b, c, parties } = await three()
  await merge(a, [b, c])
  await take(a, 'accept')
  expect(await take(a, 'ask', { text: 'Wie tief?', to: b })).toBe('ok')
  const turns = async () => (await Promise.all(parties.map(seenBy))).map(({ stage, openQuestion }) => [stage, openQuestion?.text])
  expect(await turns()).toEqual([
    ['accepted', undefined],
    ['yourTurn', 'Wie tief?'],
    ['accepted', undefined],
  ])
  expect((await atDesk(a)).openQuestion?.text).toBe('Wie tief?')
  const answer = async (party: Party, text: string) => codeOf(await t.as(anybody, (ctx) => answerQuestion(ctx, party, { text }), next()))
  expect(await answer(parties[0], 'ich?')).toBe('wrongState')
  expect(await answer(parties[1], 'Sehr tief.')).toBe('ok')
  expect((await caseOf(a)).state).toBe('accepted')
  expect(JSON.stringify(await seenBy(parties[2]))).not.toContain('Sehr tief')

  expect(await take(a, 'ask', { text: 'Ist es noch da?' })).toBe('ok')
  expect((await turns()).map(([stage]) => stage)).toEqual(['yourTurn', 'yourTurn', 'yourTurn'])
  expect(await answer(parties[2], 'Ja.')).toBe('ok')
  expect((await turns()).map(([stage]) => stage)).toEqual(['accepted', 'accepted', 'accepted'])
  expect(await answer(parties[1], 'Auch ja.')).toBe('wrongState')

  // Nobody answers: the one that goes on waits no longer than the question.
  expect(await take(a, 'ask', { text: 'Und jetzt?', to: c })).toBe('ok')
  const later = { now: new Date(thursday.getTime() + 30 * 86_400_000) }
  expect(await t.as(undefined, expireQuestions, later)).toBe(1)
  expect((await caseOf(a)).state).toBe('accepted')
  // Who was asked leaves: so does the question.
  expect(await take(a, 'ask', { text: 'Sind Sie noch da?', to: b })).toBe('ok')
  expect(await split(a, [b])).toBe('ok')
  expect([(await caseOf(a)).state, (await seenBy(parties[1])).openQuestion]).toEqual(['accepted', undefined])
})

test('when nobody answers any more, the report waits for its work again', async () => {
  const { a, b, c } = await three()
  await merge(a, [b, c])
  await take(a, 'accept')
  const wait = async () => await t.as(undefined, async (ctx) => await waitOfCase(ctx, (await caseByNumber(ctx, a))!.id))
  const again = { waits: 'work', level: 0, nextAt: expect.any(Date) }
  const ask = async (to: string) => {
    expect(await take(a, 'ask', { text: 'Wie tief?', to })).toBe('ok')
    expect(await wait()).toBeUndefined()
  }
  await ask(b)
  const later = { now: new Date(thursday.getTime() + 30 * 86_400_000) }
  await t.as(undefined, expireQuestions, later)
  expect(await wait()).toMatchObject({ ...again, since: later.now })
  await ask(b)
  expect(await split(a, [b])).toBe('ok')
  expect(await wait()).toMatchObject(again)
  expect(await undo(a)).toBe('ok')
  await ask(b)
  expect(await undo(a)).toBe('ok')
  expect([(await caseOf(a)).state, await wait()]).toMatchObject(['accepted', again])
})

test('a report that waited for its own answer when it came still waits for it alone', async () => {
  const { a, b, parties } = await three()
  await take(b, 'accept')
  await take(b, 'ask', { text: 'Welche Spur?' })
  await merge(a, [b])
  expect((await seenBy(parties[1])).stage).toBe('yourTurn')
  expect((await seenBy(parties[0])).stage).toBe('received')
  expect(codeOf(await t.as(anybody, (ctx) => answerQuestion(ctx, parties[1], { text: 'Die linke.' }), next()))).toBe('ok')
  expect([(await caseOf(b)).state, (await caseOf(a)).state]).toEqual(['accepted', 'assigned'])
})

test('the reporter of any member alone opens a repair again', async () => {
  const { a, b, parties } = await three()
  await merge(a, [b])
  await take(a, 'accept')
  await take(a, 'finish', { noPhotoReason: 'unsafe' })
  const objected = await t.as(anybody, (ctx) => objectTo(ctx, parties[1], { text: 'Noch da, bei mir vor Nr. 9' }), next())
  expect(objected).toMatchObject({ ok: true, value: { number: b, reopened: true } })
  expect((await caseOf(a)).state).toBe('reopened')
  const first = await seenBy(parties[0])
  expect(first.stage).toBe('accepted')
  expect(kinds(first.timeline).slice(-2)).toEqual(['veto.raised', 'report.reopened'])
  expect(JSON.stringify(first)).not.toContain('Nr. 9')
})
