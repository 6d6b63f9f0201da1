import { expect, test } from 'vitest'
import { eventsAbout } from '#core/memory/index.ts'
import { setNotifications } from '#core/notifications/index.ts'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { registerTexts } from '#platform/text.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { anybody, reportTown } from '../../../../test/setup/reports.ts'
import { enterCover, partyBySecret } from '../../cases/index.ts'
import { answerQuestion, deskReport, deskReports, lookAt, type StepInput, sayInPublic, takeStep } from '../index.ts'
import { reports } from '../module.ts'
import { objectTo } from '../proof/objection.verbs.ts'
import { reportEscalation } from './module.ts'
import { raiseDue } from './raise.ts'
import { waitOfCase } from './wait.sql.ts'

const { pool } = await testDatabase()
registerTexts(reportEscalation.texts)
setNotifications([...(reportEscalation.notificationKinds ?? []), ...(reports.notificationKinds ?? [])])
const t = await reportTown(pool, 'fristen')
const on = (day: string) => ({ now: new Date(`${day}T09:00:00Z`) })
const head = await leadAbove()
for (const actor of [t.clerk, t.lead, t.dispatcher, head, t.gardener]) await giveAccount(actor)

/** The roads department lies in the town hall, whose head leads. */
async function leadAbove(): Promise<Actor> {
  const [hall, personId] = [newId(), newId()]
  await t.as(undefined, async (ctx) => {
    const { tenant_id, created_at } = { tenant_id: ctx.town.id, created_at: ctx.now() }
    await ctx.db
      .insertInto('core.organisation')
      .values({ tenant_id, id: hall, kind: 'authority', code: 'hall', name: 'Rathaus', created_at })
      .execute()
    await ctx.db
      .updateTable('core.organisation')
      .set({ parent_id: hall })
      .where('tenant_id', '=', tenant_id)
      .where('id', 'in', [t.roads, t.green])
      .execute()
    await ctx.db.insertInto('core.person').values({ tenant_id, id: personId, name: 'Hanna Haupt', created_at }).execute()
    await ctx.db
      .insertInto('core.membership')
      .values({ tenant_id, id: newId(), person_id: personId, organisation_id: hall, role: 'lead', since: created_at })
      .execute()
  })
  return { ...t.lead, personId, name: 'Hanna Haupt', unitIds: [hall] }
}

/** Who has no account is told nothing on the site. */
async function giveAccount({ personId, name }: Actor): Promise<void> {
  await t.as(undefined, async (ctx) => {
    const id = newId()
    await ctx.db
      .insertInto('core.account')
      .values({ id, email: `${id}@example.org`, name: name ?? '', created_at: ctx.now() })
      .execute()
    await ctx.db
      .updateTable('core.person')
      .set({ account_id: id })
      .where('tenant_id', '=', ctx.town.id)
      .where('id', '=', personId!)
      .execute()
  })
}

const told = (number: string) =>
  t.as(undefined, async (ctx) => {
    const rows = await ctx.db
      .selectFrom('core.notification as n')
      .innerJoin('core.person as p', (join) => join.onRef('p.tenant_id', '=', 'n.tenant_id').onRef('p.id', '=', 'n.person_id'))
      .select(['p.name', 'n.params', 'n.text'])
      .where('n.tenant_id', '=', ctx.town.id)
      .where('n.kind', '=', 'report.escalated')
      .orderBy('n.id')
      .execute()
    return rows
      .filter(({ params }) => (params as { number: string }).number === number)
      .map(({ name, text }) => `${name} ${text.split('.').at(-1)}`)
  })
const raise = (day: string) => t.as(undefined, async (ctx) => (await raiseDue(ctx)) > 0, on(day))
const level = async (caseId: string) => (await t.as(undefined, (ctx) => waitOfCase(ctx, caseId)))?.level
const take = async (number: string, verb: StepInput['verb'], day: string, more: Partial<StepInput> = {}, actor = t.clerk) => {
  const taken = await t.as(actor, (ctx) => takeStep(ctx, { number, verb, ...more }), on(day))
  if (!taken.ok) throw new Error(taken.refusal.code)
}
const listed = () => t.as(t.lead, async (ctx) => (await deskReports(ctx, { tab: 'escalated' })).items.map(({ number }) => number))

test('who does not accept in time is reminded, then the lead and the head hear of it, each once; accepting stops it', async () => {
  const { caseId, number } = await t.send()
  // Tuesday is the third working day; it is told when it is over.
  expect(await raise('2026-05-12')).toBe(false)
  expect(await raise('2026-05-13')).toBe(true)
  expect(await raise('2026-05-13')).toBe(false)
  expect(await told(number)).toEqual(['Klara Kern offer', 'Lena Leit offer'])
  expect(await listed()).toEqual([number])
  await raise('2026-05-20')
  expect((await told(number)).slice(2)).toEqual(['Lena Leit offer'])
  await raise('2026-05-28')
  expect((await told(number)).slice(3)).toEqual(['Hanna Haupt offer'])
  expect(await raise('2026-12-01')).toBe(false)
  expect(await level(caseId)).toBe(3)
  expect((await t.as(t.clerk, (ctx) => deskReport(ctx, number)))?.wait).toMatchObject({ waits: 'offer', level: 3 })
  const events = await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'case', id: caseId }, ['internal']))
  expect(events.filter(({ kind }) => kind === 'escalation.raised').map(({ data }) => data.count)).toEqual([1, 2, 3])
  await take(number, 'accept', '2026-05-28')
  expect(await listed()).toEqual([])
  expect(await level(caseId)).toBe(0)
})

test('accepted without work, in work without a word: looking does not end it, a word does', async () => {
  const { caseId, number } = await t.send()
  await take(number, 'accept', '2026-05-08')
  await raise('2026-05-19')
  expect(await told(number)).toEqual(['Klara Kern work', 'Lena Leit work'])
  expect((await t.as(t.gardener, (ctx) => lookAt(ctx, { number }), on('2026-05-19'))).ok).toBe(false)
  expect((await t.as(t.clerk, (ctx) => lookAt(ctx, { number }), on('2026-05-19'))).ok).toBe(true)
  expect((await t.as(t.clerk, (ctx) => deskReport(ctx, number)))?.wait).toMatchObject({ level: 1, seenByName: 'Klara Kern' })
  await take(number, 'plan', '2026-05-20', { date: '2026-06-10' })
  await raise('2026-06-19')
  expect((await told(number)).length).toBe(2)
  await take(number, 'start', '2026-06-19')
  await t.as(t.clerk, (ctx) => sayInPublic(ctx, { number, text: 'Wir sind dran.' }), on('2026-06-25'))
  expect((await t.as(undefined, (ctx) => waitOfCase(ctx, caseId)))?.since).toEqual(on('2026-06-25').now)
  await take(number, 'finish', '2026-06-26', { noPhotoReason: 'unsafe', text: 'Fertig.' })
  expect(await t.as(undefined, (ctx) => waitOfCase(ctx, caseId))).toBeUndefined()
})

test('an answer and an objection want a look; that is enough', async () => {
  const { caseId, number, secret } = await t.send()
  await take(number, 'accept', '2026-05-08')
  await take(number, 'ask', '2026-05-08', { text: 'Wo genau?' })
  expect(await level(caseId)).toBeUndefined()
  const party = (await t.as(anybody, (ctx) => partyBySecret(ctx, secret)))!.party
  await t.as(anybody, (ctx) => answerQuestion(ctx, party, { text: 'Am Tor.' }), on('2026-05-11'))
  await raise('2026-05-13')
  expect(await told(number)).toEqual(['Klara Kern answer', 'Lena Leit answer'])
  await t.as(t.clerk, (ctx) => lookAt(ctx, { number }), on('2026-05-13'))
  expect(await t.as(undefined, (ctx) => waitOfCase(ctx, caseId))).toMatchObject({ waits: 'work', level: 0 })
  await take(number, 'finish', '2026-05-13', { noPhotoReason: 'unsafe', text: 'Fertig.' })
  await t.as(anybody, (ctx) => objectTo(ctx, party, { text: 'Es ist noch da.' }), on('2026-05-15'))
  expect(await t.as(undefined, (ctx) => waitOfCase(ctx, caseId))).toMatchObject({ waits: 'objection' })
  await raise('2026-05-19')
  expect((await told(number)).slice(2)).toEqual(['Klara Kern objection', 'Lena Leit objection'])
})

test('the second no goes to the lead at once; giving it to somebody ends that', async () => {
  const { caseId, number } = await t.send()
  await take(number, 'handOn', '2026-05-08', { reason: 'notOurs' })
  expect(await told(number)).toEqual([])
  await take(number, 'route', '2026-05-08', { unitId: t.green }, t.dispatcher)
  await take(number, 'handOn', '2026-05-08', { reason: 'notOurs' }, t.gardener)
  // The parks department has no lead: the service desk hears of it instead.
  expect(await told(number)).toEqual(['Dora Dienst rejected'])
  expect(await listed()).toContain(number)
  await take(number, 'route', '2026-05-08', { unitId: t.roads }, t.dispatcher)
  expect(await level(caseId)).toBe(0)
  expect(await listed()).not.toContain(number)
})

test.each([
  ['done', { noPhotoReason: 'unsafe', text: 'Fertig.' }, 'finish'],
  ['ended', { reason: 'noDefect', text: 'Da ist nichts.' }, 'end'],
] as const)('what was said before it was %s and opened again does not count as a first no', async (_, more, verb) => {
  const { number } = await t.send()
  await take(number, 'handOn', '2026-05-08', { reason: 'notOurs' })
  await take(number, 'route', '2026-05-08', { unitId: t.roads }, t.dispatcher)
  await take(number, 'accept', '2026-05-08')
  await take(number, verb, '2026-05-11', more)
  await take(number, 'reopen', '2026-05-12', { reason: 'notFixed', text: 'Noch da.' }, t.lead)
  await take(number, 'route', '2026-05-12', { unitId: t.roads }, t.dispatcher)
  await take(number, 'handOn', '2026-05-13', { reason: 'notOurs' })
  expect(await told(number)).toEqual([])
  await take(number, 'route', '2026-05-13', { unitId: t.roads }, t.dispatcher)
  await take(number, 'handOn', '2026-05-13', { reason: 'notOurs' })
  expect(await told(number)).toEqual(['Lena Leit rejected'])
})

test('a way that does not know of waiting heals by itself, and a page is bounded', async () => {
  const sent = [await t.send(), await t.send(), await t.send()]
  await t.as(undefined, async (ctx) => {
    await ctx.db
      .updateTable('services.case')
      .set({ state: 'inWork', stage: 'inProgress' })
      .where('tenant_id', '=', ctx.town.id)
      .where('id', '=', sent[0]!.caseId)
      .execute()
  })
  expect(await t.as(undefined, (ctx) => raiseDue(ctx, 2), on('2026-05-13'))).toBe(2)
  while ((await t.as(undefined, (ctx) => raiseDue(ctx, 2), on('2026-05-13'))) > 0);
  expect(await t.as(undefined, (ctx) => waitOfCase(ctx, sent[0]!.caseId))).toMatchObject({ waits: 'word', level: 0 })
  expect(await level(sent[1]!.caseId)).toBe(1)
})

test('who is away is covered: the deputy hears of what is due', async () => {
  const { number } = await t.send()
  const entered = await t.as(t.lead, (ctx) =>
    enterCover(ctx, { deputyId: t.dispatcher.personId!, fromOn: '2026-05-07', untilOn: '2026-05-30' }),
  )
  expect(entered).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } })
  const lead = { ...t.lead, permissions: new Set([...t.lead.permissions, 'cover.own']) }
  expect(
    (await t.as(lead, (ctx) => enterCover(ctx, { deputyId: t.dispatcher.personId!, fromOn: '2026-05-07', untilOn: '2026-05-30' }))).ok,
  ).toBe(true)
  await raise('2026-05-13')
  expect(await told(number)).toEqual(['Klara Kern offer', 'Lena Leit offer', 'Dora Dienst offer'])
})
