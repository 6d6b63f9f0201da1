import { expect, it } from 'vitest'
import { addMonths, monthsBetween, periodOf } from './period.rules.ts'

it.each([
  ['2026-05', 1, '2026-06'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-05', -11, '2025-06'],
])('%s and %d months is %s', (month, more, then) => expect(addMonths(month, more)).toBe(then))

it.each([
  [undefined, { from: '2025-06', to: '2026-05' }],
  ['irgendwas', { from: '2025-06', to: '2026-05' }],
  ['2026-13', { from: '2025-06', to: '2026-05' }],
  ['monat', { from: '2026-05', to: '2026-05' }],
  ['vormonat', { from: '2026-04', to: '2026-04' }],
  ['2024', { from: '2024-01', to: '2024-12' }],
  ['2024-02', { from: '2024-02', to: '2024-02' }],
  ['alles', {}],
])('%j in May 2026 is %j', (zeit, period) => expect(periodOf(zeit, '2026-05')).toEqual(period))

it('months without anything stand between those with something', () => {
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
  expect(monthsBetween('2026-02', '2026-01')).toEqual([])
  expect(monthsBetween('0001-01', '9999-12')).toHaveLength(1200)
})
