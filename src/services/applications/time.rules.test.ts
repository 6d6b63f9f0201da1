import { expect, test } from 'vitest'
import { standardWorkflow } from '../workflows/standard.ts'
import { addMonths, deadlinesAt, timeIsOver } from './time.rules.ts'

const bavaria = { land: 'BY', timeZone: 'Europe/Berlin' }

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-05-07', 3, '2026-08-07'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-15', 12, '2027-12-15'],
])('%s and %d months: %s', (day, months, end) => expect(addMonths(day, months)).toBe(end))

test.each([
  ['days', 14, '2026-05-21T21:59:59.000Z'],
  // 23 May is a Saturday, the Monday after it Whit Monday; 7 June is a Sunday.
  ['days', 16, '2026-05-26T21:59:59.000Z'],
  ['months', 1, '2026-06-08T21:59:59.000Z'],
  // Ascension Day, 14 May, does not count.
  ['workingDays', 5, '2026-05-15T21:59:59.000Z'],
] as const)('%s end with the last moment of their day', (kind, count, end) => {
  expect(timeIsOver(new Date('2026-05-07T22:30:00+02:00'), { count, in: kind }, bavaria).toISOString()).toBe(end)
})

test('a deadline begins with its state and does not matter behind its end', () => {
  const workflow = standardWorkflow({ deemed: { law: '§ 42a VwVfG', months: 3 } })
  const began = new Date('2026-05-07T08:00:00Z')
  const taken = [{ to: 'received', at: new Date('2026-05-11T08:00:00Z') }]
  expect(deadlinesAt(workflow, 'submitted', [], began, bavaria).size).toBe(0)
  expect(deadlinesAt(workflow, 'inReview', taken, began, bavaria).get('deemed')).toEqual(new Date('2026-08-11T21:59:59Z'))
  expect(deadlinesAt(workflow, 'decided', taken, began, bavaria).size).toBe(0)
})
