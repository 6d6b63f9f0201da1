import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#platform/calendar/day.ts'
import { isWorkingDay } from '#platform/calendar/working-day.rules.ts'
import { deemedDelivery } from '../../letters/remedy/delivery.rules.ts'
import { daysLate, lastDayWithoutNotice, periodOf } from './period.rules.ts'

describe('the time for an objection', () => {
  // The worked example: posted on Tuesday 3 March 2026, known on Saturday 7 March, a month ends on Tuesday 7 April after Easter.
  const known = deemedDelivery({ way: 'post', regime: 'vwvfg', handedOverOn: '2026-03-03', land: 'NI' })!
  test.each([
    ['on the last day', '2026-04-07', true, '2026-04-07', 0],
    ['a day later', '2026-04-08', true, '2026-04-07', 1],
    ['before it counts as known', '2026-03-04', true, '2026-04-07', 0],
    // 7 March 2027 is a Sunday.
    ['without a notice, within the year', '2027-03-08', false, '2027-03-08', 0],
    ['without a notice, after the year', '2027-03-10', false, '2027-03-08', 2],
  ])('%s', (_, receivedOn, noticed, lastDay, days) => {
    const period = periodOf({ deliveredOn: known, noticed, receivedOn, land: 'NI' })
    expect(period).toMatchObject({ lastDay, late: days > 0 })
    expect(daysLate(period)).toBe(days)
  })

  test('does not begin while nobody fetched the decision', () => {
    const period = periodOf({ deliveredOn: undefined, noticed: true, receivedOn: '2026-12-31', land: 'NI' })
    expect(period).toMatchObject({ lastDay: undefined, late: false })
    expect(daysLate(period)).toBe(0)
  })

  test('ends on a working day, never before a month, and a missing notice never shortens it', () => {
    const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2025-01-01', days))
    fc.assert(
      fc.property(day, fc.integer({ min: -40, max: 800 }), fc.constantFrom('NI', 'BY', 'BE', 'SN'), (deliveredOn, after, land) => {
        const receivedOn = addDays(deliveredOn, after)
        const noticed = periodOf({ deliveredOn, noticed: true, receivedOn, land })
        const unnoticed = periodOf({ deliveredOn, noticed: false, receivedOn, land })
        expect(isWorkingDay(noticed.lastDay!, land)).toBe(true)
        expect(noticed.lastDay! > addDays(deliveredOn, 27)).toBe(true)
        expect(unnoticed.lastDay).toBe(lastDayWithoutNotice(deliveredOn, land))
        expect(unnoticed.lastDay! > noticed.lastDay!).toBe(true)
        expect(noticed.late || !unnoticed.late).toBe(true)
        expect(noticed.late).toBe(daysLate(noticed) > 0)
      }),
    )
  })
})
