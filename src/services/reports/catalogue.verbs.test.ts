import { expect, test } from 'vitest'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { anybody, place, reportTown } from '../../../test/setup/reports.ts'
import {
  CategoryInput,
  categories,
  categoryBy,
  categoryGroups,
  closeCategory,
  closeRoutingRule,
  decideDraft,
  draftSheet,
  orderCategory,
  orderGroup,
  orderRoutingRule,
  removeGroup,
  saveCategory,
  saveGroup,
  saveRoutingRule,
  sendReport,
  tryRouting,
} from './index.ts'

const { pool } = await testDatabase()
const t = await reportTown(pool, 'katalogstadt')
const editor: Actor = { ...t.clerk, permissions: new Set(['everyone', 'report.configure']) }
const codeOf = (result: { ok: true } | { ok: false; refusal: { code: string } }) => (result.ok ? 'ok' : result.refusal.code)
const settings = () =>
  t.as(undefined, async (ctx) =>
    (
      await ctx.db
        .selectFrom('core.event')
        .select('kind')
        .where('tenant_id', '=', ctx.town.id)
        .where('kind', 'like', 'r%')
        .where((each) =>
          each.or([each('kind', 'like', 'reportCategory.%'), each('kind', 'like', 'reportGroup.%'), each('kind', 'like', 'routingRule.%')]),
        )
        .orderBy('id')
        .execute()
    ).map(({ kind }) => kind),
  )
const input = (code: string, more: Partial<CategoryInput> = {}) =>
  CategoryInput.parse({ code, groupCode: 'street', name: { de: code, en: code }, ...more })

test('a category is created, changed, moved, closed and opened, each with one event', async () => {
  const before = (await settings()).length
  const saved = await t.as(editor, (ctx) => saveCategory(ctx, input('marking', { radiusM: 30 })))
  if (!saved.ok) throw new Error(saved.refusal.code)
  const { id } = saved.value
  expect(saved.value.position).toBe(3)
  expect(codeOf(await t.as(editor, (ctx) => saveCategory(ctx, { ...input('other-code', { radiusM: 40 }), id })))).toBe('ok')
  expect(codeOf(await t.as(editor, (ctx) => orderCategory(ctx, { id, move: 'up' })))).toBe('ok')
  expect((await t.as(anybody, (ctx) => categories(ctx))).map(({ code }) => code)).toEqual(['pothole', 'tree', 'marking', 'odd'])
  expect(await t.as(anybody, (ctx) => categoryBy(ctx, 'marking'))).toMatchObject({ id, radiusM: 40, position: 2 })
  expect(codeOf(await t.as(editor, (ctx) => closeCategory(ctx, { id })))).toBe('ok')
  expect((await t.as(anybody, (ctx) => categories(ctx))).map(({ code }) => code)).not.toContain('marking')
  expect(codeOf(await t.as(anybody, (ctx) => sendReport(ctx, { category: id, place, text: 'x' })))).toBe('categoryUnknown')
  expect(codeOf(await t.as(editor, (ctx) => closeCategory(ctx, { id, open: true })))).toBe('ok')
  expect((await settings()).slice(before)).toEqual([
    'reportCategory.saved',
    'reportCategory.saved',
    'reportCategory.moved',
    'reportCategory.closed',
    'reportCategory.opened',
  ])
})

test('what does not fit is refused, and who may not configure changes nothing', async () => {
  const refused = async (work: Parameters<typeof t.as>[1], actor = editor) => codeOf((await t.as(actor, work)) as { ok: true })
  expect(await refused((ctx) => saveCategory(ctx, input('pothole')))).toBe('codeTaken')
  expect(await refused((ctx) => saveCategory(ctx, input('x', { groupCode: 'nowhere' })))).toBe('groupUnknown')
  expect(await refused((ctx) => saveCategory(ctx, input('x', { unitId: newId() })))).toBe('unitUnknown')
  expect(await refused((ctx) => saveCategory(ctx, { ...input('x'), id: newId() }))).toBe('unknown')
  expect(await refused((ctx) => removeGroup(ctx, { code: 'street' }))).toBe('groupInUse')
  expect(await refused((ctx) => saveRoutingRule(ctx, { unitId: t.roads }))).toBe('conditionMissing')
  expect(await refused((ctx) => saveRoutingRule(ctx, { unitId: newId(), groupCode: 'street' }))).toBe('unitUnknown')
  for (const work of [
    (ctx) => saveCategory(ctx, input('x')),
    (ctx) => saveGroup(ctx, { code: 'x', name: { de: 'x', en: 'x' }, icon: 'x' }),
    (ctx) => removeGroup(ctx, { code: 'street' }),
    (ctx) => saveRoutingRule(ctx, { unitId: t.roads, groupCode: 'street' }),
    (ctx) => tryRouting(ctx, { category: 'tree', place }),
  ] as Parameters<typeof t.as>[1][])
    expect(await refused(work, t.lead)).toBe('notAllowed')
})

test('groups are ordered, and removed when they are empty', async () => {
  await t.as(editor, (ctx) => saveGroup(ctx, { code: 'light', name: { de: 'Licht', en: 'Light' }, icon: 'lamp' }))
  expect(codeOf(await t.as(editor, (ctx) => orderGroup(ctx, { code: 'light', move: 'up' })))).toBe('ok')
  expect((await t.as(anybody, (ctx) => categoryGroups(ctx))).map(({ code }) => code)).toEqual(['light', 'street'])
  expect(codeOf(await t.as(editor, (ctx) => removeGroup(ctx, { code: 'light' })))).toBe('ok')
})

test('rules count once the draft takes effect; till then it can be tried, ordered and thinned out', async () => {
  const tree = (await t.as(anybody, (ctx) => categoryBy(ctx, 'tree')))!
  const unitOf = async (draft = false) => {
    const tried = await t.as(editor, (ctx) => tryRouting(ctx, { category: 'tree', place: { ...place, roadOwner: 'state' }, draft }))
    return tried.ok && [tried.value.unitId, tried.value.trace.taken, tried.value.publicNote?.de, tried.value.trace.version]
  }
  const byCategoryItself = [t.green, 'categoryDefault', undefined, undefined]
  expect(await unitOf()).toEqual(byCategoryItself)
  const note = { de: 'Das ist eine Landesstraße.', en: 'This is a state road.' }
  const byCategory = await t.as(editor, (ctx) => saveRoutingRule(ctx, { categoryId: tree.id, unitId: t.roads }))
  const byOwner = await t.as(editor, (ctx) => saveRoutingRule(ctx, { owner: 'state', unitId: t.centre, publicNote: note }))
  const second = await t.as(editor, (ctx) => saveRoutingRule(ctx, { categoryId: tree.id, unitId: t.upkeep }))
  if (!byCategory.ok || !byOwner.ok || !second.ok) throw new Error('refused')
  expect(await unitOf(true)).toEqual([t.centre, 'owner', note.de, 1])
  expect(await unitOf()).toEqual(byCategoryItself)
  await t.as(editor, (ctx) => closeRoutingRule(ctx, { id: byOwner.value.id }))
  expect(await unitOf(true)).toEqual([t.roads, 'category', undefined, 1])
  await t.as(editor, (ctx) => orderRoutingRule(ctx, { id: second.value.id, move: 'up' }))
  expect(await unitOf(true)).toEqual([t.upkeep, 'category', undefined, 1])
  expect((await t.as(editor, (ctx) => draftSheet(ctx)))?.rules.map(({ unitName }) => unitName)).toEqual(['Straßenunterhalt', 'Tiefbauamt'])
  expect(codeOf(await t.as(editor, (ctx) => decideDraft(ctx)))).toBe('replayMissing')
  expect(codeOf(await t.as(editor, (ctx) => decideDraft(ctx, { withoutReplay: true })))).toBe('ok')
  expect(await unitOf()).toEqual([t.upkeep, 'category', undefined, 1])
})
