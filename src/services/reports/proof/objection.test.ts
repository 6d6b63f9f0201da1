import { expect, test } from 'vitest'
import { eventsAbout } from '#core/memory/index.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { anybody, reportTown } from '../../../../test/setup/reports.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { caseByNumber, type Party, partyBySecret } from '../../cases/index.ts'
import { deskReport, joinReport, publicReport, takeStep } from '../index.ts'
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

/** Objected to for the third time: it waits for the lead. */
async function thirdTime() {
  const sent = await t.send()
  const reporter = await partyFor(sent.secret)
  const others = await supporters(sent.number, 3)
  await finish(sent.number)
  for (const text of ['Noch da.', 'Immer noch da.']) {
    expect(await object(reporter, text)).toBe('reopened')
    await finish(sent.number, true)
  }
  expect(await object(reporter, 'Zum dritten Mal: noch da.')).toBe('counted')
  return { ...sent, reporter, others }
}
const turnDown = async (actor: typeof t.lead, number: string, more: Partial<Parameters<typeof takeStep>[1]> = {}) => {
  const done = await t.as(actor, (ctx) =>
    takeStep(ctx, { number, verb: 'turnDown', text: 'Der Belag ist glatt, wir haben gemessen.', ...more }),
  )
  return done.ok ? 'ok' : done.refusal.code
}
const closings = (caseId: string) =>
  t.as(undefined, (ctx) =>
    ctx.db
      .selectFrom('services.report_closing')
      .select(['closing', 'outcome'])
      .where('tenant_id', '=', t.town.id)
      .where('case_id', '=', caseId)
      .orderBy('closing')
      .execute(),
  )

test('the lead turns the third objection down in public; that closing stays decided', async () => {
  const { number, caseId, reporter, others } = await thirdTime()
  const before = await caseOf(number)
  expect(await turnDown(t.lead, number, { version: before.version })).toBe('ok')
  expect(await caseOf(number)).toMatchObject({ state: 'done', stage: 'done', closedAt: before.closedAt, version: before.version + 1 })
  expect((await closings(caseId)).map(({ outcome }) => outcome)).toEqual(['reopened', 'reopened', 'turnedDown'])
  const seen = await t.as(anybody, (ctx) => publicReport(ctx, number))
  expect(seen?.timeline.at(-1)).toMatchObject({ kind: 'veto.turnedDown', text: 'Der Belag ist glatt, wir haben gemessen.' })

  // Nobody opens a new time to object, not even those who have not spoken yet and who are enough.
  expect(await object(reporter, 'Trotzdem.')).toBe('objectionDecided')
  for (const supporter of others) expect(await object(supporter, 'Trotzdem.')).toBe('objectionDecided')
  expect(await closings(caseId)).toHaveLength(3)
  const shown = (party: Party) => t.as(anybody, async (ctx) => await objectionOf(ctx, party, (await caseByNumber(ctx, number))!))
  expect((await shown(reporter))?.state).toBe('turnedDown')
  expect((await shown(others[0]!))?.state).toBe('turnedDown')

  // Once, and what is opened again by a person and done once more is a new closing.
  expect(await turnDown(t.lead, number)).toBe('noObjectionWaits')
  const again = await t.as(t.lead, (ctx) => takeStep(ctx, { number, verb: 'reopen', reason: 'brokenAgain' }))
  expect(again.ok).toBe(true)
  await finish(number, true)
  expect(await object(reporter, 'Schon wieder.')).toBe('counted')
  expect((await closings(caseId)).map(({ outcome }) => outcome)).toEqual(['reopened', 'reopened', 'turnedDown', 'lead'])
})

test('only the lead of the unit decides, with a reason, and only where an objection waits', async () => {
  const { number, caseId } = await thirdTime()
  const gardensLead = { ...t.lead, unitIds: [t.green] }
  for (const actor of [t.clerk, t.dispatcher, t.moderator, t.citizen]) expect(await turnDown(actor, number)).toBe('notAllowed')
  expect(await turnDown(gardensLead, number)).toBe('notYourUnit')
  expect(await turnDown(t.lead, number, { text: '  ' })).toBe('textMissing')
  expect(await turnDown(t.lead, number, { version: 1 })).toBe('changedMeanwhile')
  const offered = async (actor: typeof t.lead, of = number) => (await t.as(actor, (ctx) => deskReport(ctx, of)))?.verbs
  expect(await offered(t.lead)).toEqual(['reopen', 'turnDown'])
  expect(await offered(t.dispatcher)).toEqual(['reopen'])
  expect(await offered(gardensLead)).toEqual(['reopen'])
  expect((await closings(caseId)).at(-1)?.outcome).toBe('lead')

  const plain = await t.send()
  await finish(plain.number)
  expect(await turnDown(t.lead, plain.number)).toBe('noObjectionWaits')
  expect(await offered(t.lead, plain.number)).toEqual(['reopen'])
})

test('the lead follows the third objection: open again by a person, and told', async () => {
  const { number, caseId } = await thirdTime()
  const done = await t.as(t.lead, (ctx) => takeStep(ctx, { number, verb: 'reopen', reason: 'notFixed', text: 'Sie haben recht.' }))
  expect(done).toMatchObject({ ok: true, value: { state: 'reopened' } })
  expect((await closings(caseId)).map(({ outcome }) => outcome)).toEqual(['reopened', 'reopened', 'staff'])
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
