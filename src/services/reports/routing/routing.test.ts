import { expect, test } from 'vitest'
import type { Actor, Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { registerTexts } from '#platform/text.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { place, reportTown } from '../../../../test/setup/reports.ts'
import { thursday } from '../../../../test/setup/town.ts'
import { assignmentsOf } from '../../cases/assignment.sql.ts'
import { caseById } from '../../cases/index.ts'
import { categories } from '../catalogue.sql.ts'
import {
  cancelReplay,
  closeRoutingRule,
  decideDraft,
  deskReport,
  discardDraft,
  draftSheet,
  publicReport,
  replayShown,
  saveRoutingRule,
  sendReport,
  startDraft,
  startReplay,
  takeBackVersion,
  takeStep,
  versionList,
  versionSheet,
} from '../index.ts'
import { type RoutingTrace, route } from '../route.rules.ts'
import { rulesOf } from '../routing.sql.ts'
import { reportRouting } from './module.ts'
import { replayPage } from './replay.jobs.ts'
import { replayOfVersion } from './replay.sql.ts'
import { draftVersion, versionInForce } from './version.sql.ts'

const { pool } = await testDatabase()
registerTexts(reportRouting.texts)
const t = await reportTown(pool, 'fassungen')
const editor: Actor = { ...t.lead, permissions: new Set([...t.lead.permissions, 'report.configure']) }
const day = (iso: string) => ({ now: new Date(`${iso}T09:00:00Z`) })
const may7 = { now: thursday }
const as = <T>(work: (ctx: Ctx) => Promise<T>, at: { now: Date } = may7) => t.as(editor, work, at)
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'ok' : result.refusal.code)
const inForce = (at = may7) => as(async (ctx) => (await versionInForce(ctx))?.number, at)
const traceOf = (caseId: string) => as(async (ctx) => (await assignmentsOf(ctx, caseId))[0]?.trace as RoutingTrace | undefined)
const replayed = async (limit: number) => {
  const draft = (await as((ctx) => draftVersion(ctx)))!
  const { id } = (await as((ctx) => replayOfVersion(ctx, draft.id)))!
  let pages = 1
  while ((await as((ctx) => replayPage(ctx, id, limit))) === 'more') pages++
  return { pages, shown: (await as((ctx) => replayShown(ctx, draft)))! }
}

test('a draft changes nothing until it takes effect; who decides, when and what was different stays readable', async () => {
  expect(codeOf(await t.as(t.clerk, (ctx) => startDraft(ctx)))).toBe('notAllowed')
  expect(await inForce()).toBeUndefined()
  const rule = await as((ctx) => saveRoutingRule(ctx, { owner: 'state', unitId: t.centre }))
  if (!rule.ok) throw new Error(rule.refusal.code)
  const before = await t.send({ place: { ...place, roadOwner: 'state' } })
  expect((await traceOf(before.caseId))?.taken).toBe('categoryDefault')
  expect(codeOf(await as((ctx) => startDraft(ctx)))).toBe('draftExists')
  expect(codeOf(await as((ctx) => decideDraft(ctx, { withoutReplay: true })))).toBe('ok')
  expect(await inForce()).toBe(1)
  const after = await t.send({ place: { ...place, roadOwner: 'state' } })
  expect(await traceOf(after.caseId)).toMatchObject({ taken: 'owner', version: 1 })

  expect(codeOf(await as((ctx) => saveRoutingRule(ctx, { id: rule.value.id, owner: 'state', unitId: t.green })))).toBe('unknown')
  const [inDraft] = (await as((ctx) => draftSheet(ctx)))?.rules ?? []
  expect(inDraft).toBeUndefined()
})

test('a later version takes effect by the clock and can be taken back; a discarded number is not used again', async () => {
  expect(codeOf(await as((ctx) => startDraft(ctx)))).toBe('ok')
  const [kept] = (await as((ctx) => draftSheet(ctx)))!.rules
  expect(codeOf(await as((ctx) => saveRoutingRule(ctx, { ...kept!, unitId: t.green })))).toBe('ok')
  const sheet = (await as((ctx) => draftSheet(ctx)))!
  expect(sheet.version.number).toBe(2)
  expect(sheet.changes.map(({ kind }) => kind)).toEqual(['unit'])
  const decide = (more: Parameters<typeof decideDraft>[1]) => as((ctx) => decideDraft(ctx, { withoutReplay: true, ...more }))
  expect(codeOf(await decide({ day: '2026-05-06' }))).toBe('dayNotPossible')
  expect(codeOf(await decide({ day: '2028-01-01' }))).toBe('dayNotPossible')
  expect(codeOf(await decide({ day: '2026-05-11' }))).toBe('ok')
  expect(codeOf(await as((ctx) => saveRoutingRule(ctx, { owner: 'town', unitId: t.green })))).toBe('versionScheduled')
  // Midnight in Berlin is 22:00 in UTC.
  expect(await inForce({ now: new Date('2026-05-10T21:59:59Z') })).toBe(1)
  expect(await inForce({ now: new Date('2026-05-10T22:00:00Z') })).toBe(2)
  const list = await as((ctx) => versionList(ctx, undefined))
  expect(list.versions.map(({ number, state }) => `${number} ${state}`)).toEqual(['2 scheduled', '1 inForce'])
  expect(codeOf(await as((ctx) => takeBackVersion(ctx, { number: 1 })))).toBe('unknown')
  expect(codeOf(await as((ctx) => takeBackVersion(ctx, { number: 2 })))).toBe('ok')
  expect(await inForce(day('2026-06-01'))).toBe(1)
  expect(codeOf(await as((ctx) => discardDraft(ctx)))).toBe('ok')
  expect(codeOf(await as((ctx) => discardDraft(ctx)))).toBe('unknown')
  expect(await as((ctx) => versionSheet(ctx, 2))).toBeUndefined()
  expect(codeOf(await as((ctx) => startDraft(ctx, { from: 1 })))).toBe('ok')
  expect((await as((ctx) => draftSheet(ctx)))?.version).toMatchObject({ number: 3, basedOn: 1 })
  expect(codeOf(await as((ctx) => discardDraft(ctx)))).toBe('ok')
})

test('two who begin a draft at once get one', async () => {
  const results = await Promise.all([1, 2, 3].map(() => as((ctx) => startDraft(ctx))))
  expect(results.map(codeOf).sort()).toEqual(['draftExists', 'draftExists', 'ok'])
  expect(codeOf(await as((ctx) => discardDraft(ctx)))).toBe('ok')
})

test('the replay counts as a recount of its own does, page by page, once each, and only with a finished one the draft counts', async () => {
  const [tree, pothole] = await as(async (ctx) => {
    const all = await categories(ctx)
    return ['tree', 'pothole'].map((code) => all.find((one) => one.code === code)!)
  })
  const owners = ['town', 'state', undefined] as const
  const sent: string[] = []
  for (let i = 0; i < 23; i++) {
    const one = await t.as(
      undefined,
      (ctx) =>
        sendReport(ctx, {
          category: i % 3 === 0 ? tree!.id : pothole!.id,
          place: { ...place, roadOwner: owners[i % owners.length] },
          text: `Nummer ${i}`,
        }),
      { now: new Date(thursday.getTime() - i * 20 * 86_400_000) },
    )
    if (!one.ok) throw new Error(one.refusal.code)
    sent.push(one.value.caseId)
  }
  expect(codeOf(await as((ctx) => startDraft(ctx)))).toBe('ok')
  expect(codeOf(await as((ctx) => saveRoutingRule(ctx, { categoryId: tree!.id, unitId: t.roads })))).toBe('ok')
  expect(codeOf(await as((ctx) => decideDraft(ctx)))).toBe('replayMissing')
  expect(codeOf(await as((ctx) => startReplay(ctx)))).toBe('ok')
  expect(codeOf(await as((ctx) => startReplay(ctx)))).toBe('replayRunning')
  const { pages, shown } = await replayed(4)

  const recount = await as(async (ctx) => {
    const draft = (await draftVersion(ctx))!
    const [before, after] = [await rulesOf(ctx, (await versionInForce(ctx))!.id), await rulesOf(ctx, draft.id)]
    const since = new Date(thursday)
    since.setUTCFullYear(since.getUTCFullYear() - 1)
    const rows = await ctx.db
      .selectFrom('services.case as c')
      .innerJoin('services.report as r', (join) => join.onRef('r.tenant_id', '=', 'c.tenant_id').onRef('r.case_id', '=', 'c.id'))
      .select(['c.id', 'c.type_id', 'c.district_id', 'r.road_owner'])
      .where('c.tenant_id', '=', ctx.town.id)
      .where('c.received_at', '>=', since)
      .where('c.received_at', '<', thursday)
      .execute()
    const all = await categories(ctx, { closed: true })
    const changes: string[] = []
    for (const row of rows) {
      const category = all.find(({ id }) => id === row.type_id)!
      const facts = {
        categoryId: row.type_id,
        groupCode: category.groupCode,
        districtId: row.district_id ?? undefined,
        roadOwner: (row.road_owner ?? undefined) as 'town' | undefined,
        assetKind: undefined,
        categoryUnitId: category.unitId,
      }
      const [from, to] = [route(facts, before).unitId, route(facts, after).unitId]
      if (from !== to) changes.push(`${row.type_id} ${from} ${to}`)
    }
    return { looked: rows.length, changes: changes.sort() }
  })
  expect(recount.changes.length).toBeGreaterThan(2)
  expect(shown.replay).toMatchObject({ state: 'done', lookedAt: recount.looked, moved: recount.changes.length, lost: 0 })
  expect(pages).toBe(Math.floor(recount.looked / 4) + 1)
  expect(shown.counts.flatMap(({ categoryId, from, to, count }) => Array(count).fill(`${categoryId} ${from} ${to}`)).sort()).toEqual(
    recount.changes,
  )
  expect(shown.examples.every(({ caseId }) => sent.includes(caseId))).toBe(true)

  // What is changed afterwards was not replayed.
  const added = await as((ctx) => saveRoutingRule(ctx, { groupCode: 'street', unitId: t.centre }))
  if (!added.ok) throw new Error(added.refusal.code)
  expect(codeOf(await as((ctx) => decideDraft(ctx)))).toBe('replayMissing')
  expect(codeOf(await as((ctx) => closeRoutingRule(ctx, { id: added.value.id })))).toBe('ok')
  expect(codeOf(await as((ctx) => startReplay(ctx)))).toBe('ok')
  await replayed(100)
  expect(codeOf(await as((ctx) => decideDraft(ctx)))).toBe('ok')
  expect(await inForce()).toBe((await as((ctx) => versionList(ctx, undefined))).inForce?.version.number)
})

test('a replay that is cut off goes on where it was; cancelled or overtaken by an edit it ends', async () => {
  expect(codeOf(await as((ctx) => startDraft(ctx)))).toBe('ok')
  expect(codeOf(await as((ctx) => startReplay(ctx)))).toBe('ok')
  const draft = (await as((ctx) => draftVersion(ctx)))!
  const at = async () => (await as((ctx) => replayOfVersion(ctx, draft.id)))!
  const { id } = await at()
  await as((ctx) => replayPage(ctx, id, 5))
  await as(async (ctx) => {
    await replayPage(ctx, id, 5)
    throw new Error('the power went')
  }).catch(() => undefined)
  expect((await at()).lookedAt).toBe(5)
  // Two workers with the same page: it is looked at once.
  await Promise.all([as((ctx) => replayPage(ctx, id, 5)), as((ctx) => replayPage(ctx, id, 5))])
  expect((await at()).lookedAt).toBe(15)
  expect(codeOf(await as((ctx) => cancelReplay(ctx)))).toBe('ok')
  expect(await as((ctx) => replayPage(ctx, id, 5))).toBe('over')
  expect(await at()).toMatchObject({ state: 'cancelled', lookedAt: 15 })

  expect(codeOf(await as((ctx) => startReplay(ctx)))).toBe('ok')
  const second = (await at()).id
  await as((ctx) => replayPage(ctx, second, 5))
  await as((ctx) => saveRoutingRule(ctx, { groupCode: 'street', unitId: t.centre }))
  expect(await as((ctx) => replayPage(ctx, second, 5))).toBe('over')
  expect((await at()).state).toBe('cancelled')
  expect(codeOf(await as((ctx) => discardDraft(ctx)))).toBe('ok')
})

test('every report that was given to a unit has a trace, by rules or by hand, and a sentence for everybody', async () => {
  const byRule = await t.send()
  const byHand = await t.send({ category: 'odd', email: 'b@example.org' }, t.citizen)
  expect(await as(async (ctx) => (await caseById(ctx, byHand.caseId))?.state)).toBe('triage')
  await t.as(t.dispatcher, (ctx) => takeStep(ctx, { number: byHand.number, verb: 'route', unitId: t.roads }))
  expect(await traceOf(byHand.caseId)).toMatchObject({ taken: 'byHand' })
  const rows = await as((ctx) =>
    ctx.db.selectFrom('services.assignment').select(['trace', 'unit_id']).where('tenant_id', '=', ctx.town.id).execute(),
  )
  expect(rows.length).toBeGreaterThan(20)
  for (const { trace, unit_id } of rows) expect((trace as RoutingTrace).tried.find(({ taken }) => taken)?.unitId).toBe(unit_id)

  await t.as(t.clerk, (ctx) => takeStep(ctx, { number: byRule.number, verb: 'accept' }))
  const read = await t.as(undefined, (ctx) => publicReport(ctx, byRule.number))
  expect(read?.routingNote).toEqual({ de: 'Um „pothole“ kümmert sich: Tiefbauamt.', en: '“pothole” is looked after by: Tiefbauamt.' })
  expect((await t.as(t.clerk, (ctx) => deskReport(ctx, byRule.number)))?.trace?.version).toBeGreaterThan(0)
})

test('another town has its own versions', async () => {
  const other = await reportTown(pool, 'nachbarstadt')
  expect(await other.as(undefined, (ctx) => versionInForce(ctx))).toBeUndefined()
  expect((await other.as(editor, (ctx) => versionList(ctx, undefined))).versions).toEqual([])
  expect(await other.as(undefined, (ctx) => replayPage(ctx, newId()))).toBe('over')
})
