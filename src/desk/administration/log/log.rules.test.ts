import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csv, csvValue, moment } from './log.rules.ts'

test.each([
  ['2026-05-07', false, '2026-05-06T22:00:00.000Z'],
  ['2026-05-07', true, '2026-05-07T21:59:59.999Z'],
  ['2026-01-07', false, '2026-01-06T23:00:00.000Z'],
])('the day %s in Berlin, end: %s', (date, end, utc) => {
  expect(moment(date, end, 'Europe/Berlin')?.toISOString()).toBe(utc)
})

test.each([
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['a;b', '"a;b"'],
  ['sagt "ja"', '"sagt ""ja"""'],
  ['zwei\nZeilen', '"zwei\nZeilen"'],
  ['einfach', 'einfach'],
])('%j in a table', (value, written) => {
  expect(csvValue(value)).toBe(written)
})

test('no value begins a formula or breaks its line', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const written = csvValue(value)
      expect(written).not.toMatch(/^"?[=+@\t-]/)
      expect(csv([[value, 'x']]).endsWith(';x\r\n')).toBe(true)
    }),
  )
})
