import { expect, test } from 'vitest'
import { type RoutingFacts, type RoutingRule, route } from './route.rules.ts'

const facts: RoutingFacts = {
  categoryId: 'lamp',
  groupCode: 'light',
  districtId: 'old',
  roadOwner: 'state',
  assetKind: 'lamp',
  categoryUnitId: 'worksYard',
}
const rule = (unitId: string, asks: Partial<RoutingRule>, position = 0): RoutingRule => ({
  id: unitId,
  position,
  categoryId: undefined,
  groupCode: undefined,
  districtId: undefined,
  owner: undefined,
  assetKind: undefined,
  unitId,
  publicNote: undefined,
  ...asks,
})

const all = [
  rule('byGroup', { groupCode: 'light' }),
  rule('byArea', { districtId: 'old' }),
  rule('byCategory', { categoryId: 'lamp' }),
  rule('byCategoryAndArea', { categoryId: 'lamp', districtId: 'old' }),
  rule('byOwner', { owner: 'state' }),
  rule('byAsset', { assetKind: 'lamp' }),
]

test.each([
  ['the owner of the thing itself wins over all', all, {}, 'byAsset', 'assetOwner'],
  ['then the owner of the road', all, { assetKind: undefined }, 'byOwner', 'owner'],
  ['then category and area', all, { assetKind: undefined, roadOwner: 'town' }, 'byCategoryAndArea', 'categoryArea'],
  ['then the category', all, { assetKind: undefined, roadOwner: 'town', districtId: 'new' }, 'byCategory', 'category'],
  ['then the area', all, { assetKind: undefined, roadOwner: 'town', categoryId: 'sign' }, 'byArea', 'area'],
  ['then the group', all, { assetKind: undefined, roadOwner: 'town', categoryId: 'sign', districtId: 'new' }, 'byGroup', 'group'],
  ['then the unit of the category', [], {}, 'worksYard', 'categoryDefault'],
  ['and at last the control centre, by hand', [], { categoryUnitId: undefined }, undefined, 'fallback'],
  [
    'a rule that asks for two things needs both',
    [rule('x', { categoryId: 'lamp', districtId: 'new' })],
    {},
    'worksYard',
    'categoryDefault',
  ],
  ['an owner in a category is asked for both', [rule('x', { owner: 'state', categoryId: 'sign' })], {}, 'worksYard', 'categoryDefault'],
] as const)('%s', (_, rules, more, unitId, level) => {
  const routed = route({ ...facts, ...more } as RoutingFacts, rules)
  expect([routed.unitId, routed.trace.taken]).toEqual([unitId, level])
})

test('ties are decided by position, whatever the order they come in', () => {
  const rules = [rule('second', { categoryId: 'lamp' }, 2), rule('first', { categoryId: 'lamp' }, 1)]
  expect(route({ ...facts, assetKind: undefined }, rules).unitId).toBe('first')
  expect(route({ ...facts, assetKind: undefined }, [...rules].reverse()).unitId).toBe('first')
})

test('the trace names what was tried, in order, and ends with what was taken', () => {
  const { trace } = route({ ...facts, assetKind: 'tree' }, all)
  expect(trace.tried).toEqual([
    { level: 'assetOwner', ruleId: 'byAsset', unitId: 'byAsset', taken: false },
    { level: 'owner', ruleId: 'byOwner', unitId: 'byOwner', taken: true },
  ])
})
