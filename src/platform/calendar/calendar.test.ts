import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayIn, daysBetween, easterSunday, endOfDay } from './day.ts'
import { holidayLaw, holidaysOf, isLand, type Land } from './holidays.rules.ts'
import { isWorkingDay, nextWorkingDay, workingDaysAfter } from './working-day.rules.ts'

test.each([
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2008, '2008-03-23'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
])('Easter of %i is %s', (year, day) => {
  expect(easterSunday(year)).toBe(day)
})

test.each<[Land, number, number]>([
  ['BW', 2026, 12],
  ['BY', 2026, 12],
  ['BE', 2026, 10],
  ['BE', 2025, 11],
  ['BE', 2018, 9],
  ['BB', 2026, 10],
  ['HB', 2026, 10],
  ['HH', 2026, 10],
  ['HE', 2026, 10],
  ['MV', 2022, 10],
  ['MV', 2026, 11],
  ['NI', 2017, 10],
  ['NI', 2016, 9],
  ['NI', 2026, 10],
  ['NW', 2026, 11],
  ['RP', 2026, 11],
  ['SL', 2026, 12],
  ['SN', 2026, 11],
  ['ST', 2026, 11],
  ['SH', 2026, 10],
  ['TH', 2026, 11],
])('%s has in %i %i holidays that are no Sundays by themselves', (land, year, count) => {
  expect(holidaysOf(land, year).size).toBe(count)
})

describe('days known from calendars', () => {
  test.each<[Land, string]>([
    ['SN', '2025-11-19'],
    ['SN', '2026-11-18'],
    ['SN', '2028-11-22'],
    ['SN', '2023-11-22'],
    ['NW', '2026-06-04'],
    ['BY', '2026-01-06'],
    ['BB', '2026-05-14'],
    ['HE', '2026-05-25'],
    ['HH', '2026-04-03'],
  ])('%s is free on %s', (land, day) => {
    expect(holidaysOf(land, Number(day.slice(0, 4))).has(day)).toBe(true)
    expect(isWorkingDay(day, land)).toBe(false)
  })
  test.each<[Land, string]>([
    ['BE', '2026-06-04'],
    ['NW', '2026-10-30'],
    ['BY', '2026-11-18'],
    ['SH', '2026-12-24'],
  ])('%s works on %s', (land, day) => expect(isWorkingDay(day, land)).toBe(true))
})

test('every Land names its law', () => {
  expect(Object.keys(holidayLaw)).toHaveLength(16)
  expect(isLand('XX')).toBe(false)
})

test('working days are counted over Easter, and the count of the day is never zero too late', () => {
  expect(workingDaysAfter('2026-04-02', 1, 'BB')).toBe('2026-04-07')
  expect(nextWorkingDay('2026-05-31', 'BB')).toBe('2026-06-01')
  expect(nextWorkingDay('2026-05-29', 'BB')).toBe('2026-05-29')
})

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1995-01-01', n))
const land = fc.constantFrom(...(Object.keys(holidayLaw) as Land[]))

test('whatever the day: the next working day is one, none was skipped, and not more than a week away', () => {
  fc.assert(
    fc.property(day, land, (from, where) => {
      const next = nextWorkingDay(from, where)
      expect(isWorkingDay(next, where)).toBe(true)
      expect(daysBetween(from, next)).toBeGreaterThanOrEqual(0)
      expect(daysBetween(from, next)).toBeLessThan(7)
      for (let at = from; at < next; at = addDays(at, 1)) expect(isWorkingDay(at, where)).toBe(false)
    }),
  )
})

test('the first and the last day that can be typed are days like others', () => {
  expect(endOfDay('9999-12-31', 'Europe/Berlin').toISOString()).toBe('9999-12-31T22:59:59.000Z')
  expect(endOfDay('0100-01-01', 'Europe/Berlin').getUTCFullYear()).toBe(100)
  expect(endOfDay('0000-01-01', 'Europe/Berlin').getTime()).toBeLessThan(Date.parse('1900-01-01'))
  expect([addDays('9999-12-31', 1), addDays('9999-12-30', 1), addDays('0000-01-01', -1), addDays('0000-01-02', -1)]).toEqual([
    ...['9999-12-31', '9999-12-31', '0000-01-01', '0000-01-01'],
  ])
})

test('the day ends at midnight of the town, in summer and in winter', () => {
  expect(endOfDay('2026-07-01', 'Europe/Berlin').toISOString()).toBe('2026-07-01T21:59:59.000Z')
  expect(endOfDay('2026-12-01', 'Europe/Berlin').toISOString()).toBe('2026-12-01T22:59:59.000Z')
  expect(endOfDay('2026-03-29', 'Europe/Berlin').toISOString()).toBe('2026-03-29T21:59:59.000Z')
  fc.assert(fc.property(day, (at) => dayIn(endOfDay(at, 'Europe/Berlin'), 'Europe/Berlin') === at))
})
