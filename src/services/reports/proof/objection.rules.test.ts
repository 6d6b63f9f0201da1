import fc from 'fast-check'
import { expect, test } from 'vitest'
import { objectUntil, outcomeOf } from './objection.rules.ts'

test.each([
  ['nobody', false, 0, 0, 'wait'],
  ['the reporter alone', true, 0, 0, 'reopen'],
  ['two supporters', false, 2, 0, 'wait'],
  ['three supporters', false, 3, 0, 'reopen'],
  ['the second time', true, 0, 1, 'reopen'],
  ['the third time a person decides', true, 0, 2, 'lead'],
  ['the third time, by supporters', false, 3, 2, 'lead'],
] as const)('%s', (_, byReporter, bySupporters, reopens, outcome) => {
  expect(outcomeOf({ byReporter, bySupporters, reopens })).toBe(outcome)
})

test('it never opens by itself more than twice, whatever order they come in', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ byReporter: fc.boolean(), bySupporters: fc.nat(6) }), { maxLength: 40 }), (closings) => {
      let reopens = 0
      for (const closing of closings) if (outcomeOf({ ...closing, reopens }) === 'reopen') reopens++
      expect(reopens).toBeLessThanOrEqual(2)
    }),
  )
})

test('fourteen days', () => {
  expect(objectUntil(new Date('2026-05-01T10:00:00Z')).toISOString()).toBe('2026-05-15T10:00:00.000Z')
})
