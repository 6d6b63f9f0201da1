import { expect, test } from 'vitest'
import { eventsAbout } from '#core/memory/index.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { anybody, reportTown } from '../../../../test/setup/reports.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { caseByNumber, type Party, partyBySecret } from '../../cases/index.ts'
import { joinReport, takeStep } from '../index.ts'
import { objectionOf, objectTo } from './objection.verbs.ts'
import { settleClosings } from './settle.job.ts'

const { pool } = await testDatabase()
const t = await reportTown(pool, 'widerspruch')
const days = (count: number) => ({ now: new Date(thursday.getTime() + count * 86_400_000) })

const partyFor = (secret: string) => t.as(anybody, async (ctx) => (await partyBySecret(ctx, secret))!.party)
const caseOf = (number: string) => t.as(undefined, async (ctx) => (await caseByNumber(ctx, number))!)
const finish = async (number: string, again = false) => {
  if (!again) await t.as(t.clerk, (ctx) => takeStep(ctx, { number, verb: 'accept' }))
  const done = await t.as(t.clerk, (ctx) => takeStep(ctx, { number, verb: 'finish', noPhotoReason: 'unsafe' }))
  expect(done.ok).toBe(true)
}
const object = async (party: Party, text: string, when = days(0)) => {
  const result = await t.as(anybody, (ctx) => objectTo(ctx, party, { text }), when)
  return result.ok ? (result.value.reopened ? 'reopened' : 'counted') : result.refusal.code
}
const supporters = async (number: string, count: number) =>
  await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const joined = await t.as(anybody, (ctx) => joinReport(ctx, { number, mark: `a mark of a browser ${number} ${i}` }))
      if (!joined.ok) throw new Error(joined.refusal.code)
      return await partyFor(joined.value.secret)
    }),
  )

test('one objection of the reporter opens it again, with nobody of the staff; the third decides a person', async () => {
  const { number, caseId, secret } = await t.send()
  const reporter = await partyFor(secret)
  expect(await object(reporter, 'zu früh')).toBe('wrongState')
  await finish(number)
  expect(await object(reporter, ' ')).toBe('objectionEmpty')
  expect(await object(reporter, 'Das Loch ist noch da.')).toBe('reopened')
  expect(await caseOf(number)).toMatchObject({ state: 'reopened', unitId: t.roads, closedAt: undefined })
  await finish(number, true)
  expect(await object(reporter, 'Immer noch.')).toBe('reopened')
  await finish(number, true)
  expect(await object(reporter, 'Und wieder.')).toBe('counted')
  expect((await caseOf(number)).state).toBe('done')
  expect(await object(reporter, 'Und noch einmal.')).toBe('objectedAlready')
  const kinds = (await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: caseId }, ['public']))).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'veto.raised')).toHaveLength(3)
  expect(kinds.filter((kind) => kind === 'report.reopened')).toHaveLength(2)
  expect(kinds.filter((kind) => kind === 'veto.escalated')).toHaveLength(1)
})

test('three different supporters weigh as much; each counts once', async () => {
  const { number } = await t.send()
  const [first, second, third] = await supporters(number, 3)
  await finish(number)
  expect(await object(first!, 'Noch da')).toBe('counted')
  expect(await object(first!, 'Noch da')).toBe('objectedAlready')
  expect(await object(second!, 'Noch da')).toBe('counted')
  expect(await object(third!, 'Noch da')).toBe('reopened')
})

test('fourteen days, then it is settled, once; what was opened again is not', async () => {
  const { number, caseId, secret } = await t.send()
  const reporter = await partyFor(secret)
  await finish(number)
  const state = async (count: number) =>
    (await t.as(anybody, async (ctx) => await objectionOf(ctx, reporter, (await caseByNumber(ctx, number))!), days(count)))?.state
  expect(await state(13)).toBe('open')
  expect(await state(15)).toBe('over')
  expect(await object(reporter, 'zu spät', days(15))).toBe('tooLateToObject')
  expect(await t.as(undefined, settleClosings, days(13))).toBe(0)
  expect(await t.as(undefined, settleClosings, days(15))).toBeGreaterThan(0)
  expect(await t.as(undefined, settleClosings, days(16))).toBe(0)
  const kinds = (await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: caseId }, ['internal']))).map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'report.settled')).toHaveLength(1)
})

test('who only follows a report cannot object', async () => {
  const { number, secret } = await t.send()
  await finish(number)
  expect(await object({ ...(await partyFor(secret)), role: 'subscriber' }, 'x')).toBe('notAllowed')
})
