import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coveredBy, deputiesOf, stateOn } from './cover.rules.ts'

test.each([
  ['2026-05-04', 'coming'],
  ['2026-05-05', 'running'],
  ['2026-05-09', 'running'],
  ['2026-05-10', 'over'],
])('on %s it is %s', (day, state) => {
  expect(stateOn({ fromOn: '2026-05-05', untilOn: '2026-05-09', endedAt: undefined }, day)).toBe(state)
  expect(stateOn({ fromOn: '2026-05-05', untilOn: '2026-05-09', endedAt: new Date() }, day)).toBe('over')
})

const chain = new Map([
  ['a', 'b'],
  ['b', 'c'],
])

test('who is away and covered by somebody who is away too is covered by the next one', () => {
  expect(deputiesOf('a', chain)).toEqual(['b', 'c'])
  expect(deputiesOf('c', chain)).toEqual([])
  expect(deputiesOf('a', new Map([...chain, ['c', 'a']]))).toEqual(['b', 'c'])
  const covers = [...chain].map(([personId, deputyId]) => ({ personId, deputyId }))
  expect(coveredBy('c', covers).sort()).toEqual(['a', 'b'])
  expect(coveredBy('a', covers)).toEqual([])
})

const person = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const covers = fc.uniqueArray(
  fc.tuple(person, person).filter(([one, other]) => one !== other),
  { selector: ([one]) => one },
)

test('whoever covers whom: nobody covers herself, nobody is named twice, and both directions say the same', () => {
  fc.assert(
    fc.property(covers, person, person, (pairs, one, other) => {
      const deputies = deputiesOf(one, new Map(pairs))
      expect(deputies).not.toContain(one)
      expect(new Set(deputies).size).toBe(deputies.length)
      const all = pairs.map(([personId, deputyId]) => ({ personId, deputyId }))
      if (one !== other) expect(coveredBy(other, all).includes(one)).toBe(deputies.includes(other))
    }),
  )
})
