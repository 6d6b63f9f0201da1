import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type RoutingFacts, type RoutingRule, route } from '../route.rules.ts'
import { changesBetween } from './diff.rules.ts'
import { chosenExamples, compare, countChanges, MOST_EXAMPLES, progressOf } from './replay.rules.ts'
import { inForceAt, stateOf } from './version.rules.ts'

type Line = RoutingRule & { lineId: string }
const line = (lineId: string, more: Partial<RoutingRule> = {}): Line => ({
  id: `${lineId} now`,
  lineId,
  position: 0,
  categoryId: 'lamp',
  groupCode: undefined,
  districtId: undefined,
  owner: undefined,
  assetKind: undefined,
  unitId: 'yard',
  publicNote: undefined,
  ...more,
})
const said = (before: readonly Line[], after: readonly Line[]) =>
  changesBetween(before, after).map((change) => `${change.kind} ${('now' in change ? change.now : change.was).lineId}`)

test.each<[string, Line[], Line[], string[]]>([
  ['the same says nothing', [line('a')], [line('a')], []],
  ['a new one', [line('a')], [line('a'), line('b')], ['added b']],
  ['one that is gone stands last', [line('a'), line('b')], [line('c'), line('b')], ['added c', 'removed a']],
  ['another unit', [line('a')], [line('a', { unitId: 'park' })], ['unit a']],
  [
    'other conditions and another sentence',
    [line('a')],
    [line('a', { districtId: 'old', publicNote: { de: 'x', en: 'x' } })],
    ['conditions a', 'note a'],
  ],
  [
    'one moved from the end to the top, not all the others',
    [line('a'), line('b'), line('c')],
    [line('c'), line('a'), line('b')],
    ['moved c'],
  ],
  ['the first version is all new', [], [line('a'), line('b')], ['added a', 'added b']],
])('%s', (_, before, after, expected) => {
  expect(said(before, after)).toEqual(expected)
})

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 10 })

test('whatever the two lists: what is only in one was added or removed, and the moved ones explain the new order', () => {
  fc.assert(
    fc.property(ids, ids, (one, other) => {
      const changes = changesBetween(
        one.map((id) => line(id)),
        other.map((id) => line(id)),
      )
      const of = (kind: string) =>
        changes.flatMap((change) => (change.kind === kind ? [('now' in change ? change.now : change.was).lineId] : []))
      expect(of('added').sort()).toEqual(other.filter((id) => !one.includes(id)).sort())
      expect(of('removed').sort()).toEqual(one.filter((id) => !other.includes(id)).sort())
      const moved = of('moved')
      const stay = (list: string[], in_: string[]) => list.filter((id) => in_.includes(id) && !moved.includes(id))
      expect(stay(one, other)).toEqual(stay(other, one))
    }),
  )
})

const day = (n: number) => new Date(Date.UTC(2026, 0, n))
const version = (number: number, validFrom: Date | undefined, discardedAt?: Date) => ({
  id: `v${number}`,
  number,
  basedOn: undefined,
  revision: 0,
  createdAt: day(1),
  createdBy: undefined,
  validFrom,
  decidedBy: undefined,
  discardedAt,
})

test('the clock alone says which version is in force', () => {
  const versions = [version(1, day(1)), version(2, day(10)), version(3, day(10)), version(4, undefined), version(5, day(20))]
  const at = (n: number) => inForceAt(versions, day(n))?.number
  expect([0, 1, 9, 10, 19, 20].map(at)).toEqual([undefined, 1, 1, 3, 3, 5])
  const states = (n: number) => versions.map((one) => stateOf(one, inForceAt(versions, day(n)), day(n)))
  expect(states(12)).toEqual(['earlier', 'earlier', 'inForce', 'draft', 'scheduled'])
  expect(stateOf(version(6, undefined, day(3)), undefined, day(4))).toBe('discarded')
})

const some = fc.option(fc.constantFrom('a', 'b'), { nil: undefined })
const facts: fc.Arbitrary<RoutingFacts> = fc.record({
  categoryId: fc.constantFrom('lamp', 'sign'),
  groupCode: fc.constantFrom('light', 'street'),
  districtId: some,
  roadOwner: fc.option(fc.constantFrom('town' as const, 'state' as const), { nil: undefined }),
  assetKind: fc.option(fc.constantFrom('lamp', 'tree'), { nil: undefined }),
  categoryUnitId: fc.option(fc.constantFrom('yard'), { nil: undefined }),
})
const rule: fc.Arbitrary<RoutingRule> = fc.record({
  id: fc.uuid(),
  position: fc.nat(5),
  categoryId: fc.option(fc.constantFrom('lamp', 'sign'), { nil: undefined }),
  groupCode: fc.option(fc.constantFrom('light'), { nil: undefined }),
  districtId: some,
  owner: fc.option(fc.constantFrom('state' as const), { nil: undefined }),
  assetKind: fc.option(fc.constantFrom('lamp'), { nil: undefined }),
  unitId: fc.constantFrom('yard', 'park', 'roads'),
  publicNote: fc.constant(undefined),
})

test('the replay counts as each report routed by both versions for itself', () => {
  fc.assert(
    fc.property(
      fc.array(facts, { maxLength: 40 }),
      fc.array(rule, { maxLength: 6 }),
      fc.array(rule, { maxLength: 6 }),
      (all, before, after) => {
        const { tally, changes } = compare(
          all.map((one, i) => ({ caseId: String(i), facts: one })),
          before,
          after,
        )
        const pairs = all.map((one) => [route(one, before).unitId, route(one, after).unitId])
        expect(tally).toEqual({
          moved: pairs.filter(([from, to]) => to && from !== to).length,
          lost: pairs.filter(([from, to]) => from && !to).length,
          without: pairs.filter(([from, to]) => !from && !to).length,
        })
        expect(countChanges(changes).reduce((sum, { count }) => sum + count, 0)).toBe(tally.moved + tally.lost)
        const examples = chosenExamples([], changes)
        expect(examples.length).toBeLessThanOrEqual(MOST_EXAMPLES)
        expect(examples.length > 0).toBe(changes.length > 0)
      },
    ),
  )
})

test('progress goes from nothing to all with the time of the reports', () => {
  const at = (n?: number) => progressOf({ since: day(1), until: day(11), at: n === undefined ? undefined : day(n) })
  expect([at(), at(11), at(6), at(1), at(0)]).toEqual([0, 0, 0.5, 1, 1])
})
