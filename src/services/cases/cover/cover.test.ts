import { expect, test } from 'vitest'
import { eventsAbout } from '#core/memory/index.ts'
import type { Actor } from '#platform/context.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { reportTown } from '../../../../test/setup/reports.ts'
import { assignTo, deskReport, deskReports, publicReport, takeStep } from '../../reports/index.ts'
import { cases } from '../module.ts'
import {
  absencesOf,
  type CoverInput,
  coverable,
  ENTER_COVER,
  endCover,
  enterCover,
  MANAGE_COVER,
  myCovers,
  possibleDeputies,
} from './cover.verbs.ts'
import { coveredToday, withDeputies } from './stand-in.ts'

const { pool } = await testDatabase()
const t = await reportTown(pool, 'vertretung')
const may = (actor: Actor, ...more: string[]): Actor => ({ ...actor, permissions: new Set([...actor.permissions, ENTER_COVER, ...more]) })
const [clerk, crew, lead, gardener] = [may(t.clerk), may(t.crew), may(t.lead, MANAGE_COVER), may(t.gardener)]
const id = (actor: Actor) => actor.personId!
const on = (day: string) => ({ now: new Date(`${day}T09:00:00Z`) })
const may7 = on('2026-05-07')
const enter = async (actor: Actor, input: Partial<CoverInput> & { deputyId: string }, at = may7) => {
  const entered = await t.as(actor, (ctx) => enterCover(ctx, { fromOn: '2026-05-11', untilOn: '2026-05-15', ...input }), at)
  return entered.ok ? 'ok' : entered.refusal.code
}

test('the roles that may enter one are declared', () => {
  expect(cases.permissions?.[ENTER_COVER]).toContain('clerk')
  expect(cases.permissions?.[MANAGE_COVER]).toEqual(['lead'])
})

test('only who may work on the same reports can be deputy, and only for days to come', async () => {
  expect((await t.as(clerk, (ctx) => possibleDeputies(ctx, id(clerk)))).map(({ name }) => name)).toEqual([
    'Cem Kraft',
    'Dora Dienst',
    'Lena Leit',
  ])
  expect(await enter(clerk, { deputyId: id(gardener) })).toBe('deputyNotPossible')
  expect(await enter(clerk, { deputyId: id(clerk) })).toBe('deputyNotPossible')
  expect(await enter(clerk, { deputyId: id(crew), untilOn: '2026-05-10' })).toBe('untilBeforeFrom')
  expect(await enter(clerk, { deputyId: id(crew), fromOn: '2026-05-01', untilOn: '2026-05-06' })).toBe('coverPast')
  expect(await enter(clerk, { deputyId: id(crew), untilOn: '2028-05-06' })).toBe('coverTooLong')
  expect(await enter(t.citizen, { deputyId: id(crew) })).toBe('notAllowed')
  // Somebody else's absence is entered by the lead of the unit alone.
  expect(await enter(clerk, { personId: id(crew), deputyId: id(clerk) })).toBe('notAllowed')
  expect(await enter(lead, { personId: id(gardener), deputyId: id(t.dispatcher) })).toBe('notAllowed')
  expect((await t.as(lead, (ctx) => coverable(ctx))).map(({ name }) => name)).toEqual(['Cem Kraft', 'Klara Kern', 'Lena Leit'])
})

test('while somebody is away the deputy sees her reports, acts with both names, and it ends by the calendar', async () => {
  const { number, caseId } = await t.send()
  await t.as(clerk, (ctx) => takeStep(ctx, { number, verb: 'accept' }))
  await t.as(clerk, (ctx) => assignTo(ctx, { number, personId: id(clerk) }))
  expect(await enter(clerk, { deputyId: id(crew) })).toBe('ok')
  expect(await enter(lead, { personId: id(clerk), deputyId: id(lead), fromOn: '2026-05-15', untilOn: '2026-05-20' })).toBe('coverOverlaps')
  const seen = (day: string) =>
    t.as(crew, async (ctx) => (await deskReports(ctx, { tab: 'cover' })).items.map((one) => one.number), on(day))
  expect(await seen('2026-05-08')).toEqual([])
  expect(await seen('2026-05-11')).toEqual([number])
  expect(await seen('2026-05-15')).toEqual([number])
  expect(await seen('2026-05-16')).toEqual([])
  expect(await t.as(undefined, (ctx) => withDeputies(ctx, [id(clerk)]), on('2026-05-12'))).toEqual([id(clerk), id(crew)])
  expect((await t.as(crew, (ctx) => deskReport(ctx, number), on('2026-05-12')))?.away).toMatchObject({
    deputyName: 'Cem Kraft',
    untilOn: '2026-05-15',
  })

  await t.as(crew, (ctx) => takeStep(ctx, { number, verb: 'start', text: 'Wir fangen an.' }), on('2026-05-12'))
  await t.as(crew, (ctx) => takeStep(ctx, { number, verb: 'plan', date: '2026-06-01' }), on('2026-05-20'))
  const desk = await t.as(crew, (ctx) => deskReport(ctx, number))
  const started = desk?.timeline.find(({ kind }) => kind === 'work.started')
  expect([started?.personName, started?.coverName]).toEqual(['Cem Kraft', 'Klara Kern'])
  const read = await t.as(undefined, (ctx) => publicReport(ctx, number))
  expect(JSON.stringify(read?.timeline)).not.toMatch(/Cem Kraft|Klara Kern/)
  const events = await t.as(undefined, (ctx) => eventsAbout(ctx, { type: 'person', id: id(clerk) }, ['internal']))
  expect(events.map(({ kind }) => kind)).toContain('cover.entered')
  expect(caseId).toBeTruthy()
})

test('chains end where they began: two who cover each other are told once each', async () => {
  expect(await enter(crew, { deputyId: id(clerk), fromOn: '2026-05-11', untilOn: '2026-05-15' })).toBe('ok')
  expect(await t.as(undefined, (ctx) => withDeputies(ctx, [id(clerk)]), on('2026-05-12'))).toEqual([id(clerk), id(crew)])
  expect(await t.as(crew, (ctx) => coveredToday(ctx), on('2026-05-12'))).toEqual([id(clerk)])
})

test('it can be ended before its last day, by who entered it or her lead, once', async () => {
  const [cover] = (await t.as(clerk, (ctx) => myCovers(ctx), on('2026-05-12'))).away
  const end = async (actor: Actor) => {
    const ended = await t.as(actor, (ctx) => endCover(ctx, { id: cover!.id }), on('2026-05-12'))
    return ended.ok ? 'ok' : ended.refusal.code
  }
  expect(await end(gardener)).toBe('notAllowed')
  expect(await end(lead)).toBe('ok')
  expect(await end(lead)).toBe('unknown')
  expect((await t.as(lead, (ctx) => absencesOf(ctx, [id(clerk)]), on('2026-05-12'))).length).toBe(0)
})

test('of two who enter at once for the same days one is taken', async () => {
  const days = { fromOn: '2026-07-01', untilOn: '2026-07-05', deputyId: id(t.dispatcher) }
  expect((await Promise.all([enter(lead, days), enter(lead, days)])).sort()).toEqual(['coverOverlaps', 'ok'])
})

test('another town knows nothing of it', async () => {
  const other = await reportTown(pool, 'anderswo')
  expect(await other.as(undefined, (ctx) => withDeputies(ctx, [id(clerk)]), on('2026-05-12'))).toEqual([id(clerk)])
})
