import { expect, test } from 'vitest'
import { moment } from './log.rules.ts'

test.each([
  ['2026-05-07', false, '2026-05-06T22:00:00.000Z'],
  ['2026-05-07', true, '2026-05-07T21:59:59.999Z'],
  ['2026-01-07', false, '2026-01-06T23:00:00.000Z'],
])('the day %s in Berlin, end: %s', (date, end, utc) => {
  expect(moment(date, end, 'Europe/Berlin')?.toISOString()).toBe(utc)
})
