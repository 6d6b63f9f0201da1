import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from '#platform/calendar/day.ts'
import { holidayLaw, type Land } from '#platform/calendar/holidays.rules.ts'
import { isWorkingDay } from '#platform/calendar/working-day.rules.ts'
import { deemedDelivery, type Handing, lastDayToRetrieve, regimes, ways } from './delivery.rules.ts'
import { monthsAfter, remedyEnd } from './remedy.rules.ts'

const both = (handing: Handing) => {
  const deliveredOn = deemedDelivery(handing)
  return deliveredOn && [deliveredOn, remedyEnd({ deliveredOn, land: handing.land })]
}

describe('from the day of posting to the end of the period', () => {
  test.each<[string, Handing, [string, string]]>([
    [
      'Tuesday, fourth day is a Saturday',
      { way: 'post', regime: 'vwvfg', handedOverOn: '2026-03-03', land: 'BB' },
      ['2026-03-07', '2026-04-07'],
    ],
    ['the same for taxes', { way: 'post', regime: 'ao', handedOverOn: '2026-03-03', land: 'BB' }, ['2026-03-09', '2026-04-09']],
    [
      'three days where the Land says so',
      { way: 'post', regime: 'vwvfg', handedOverOn: '2026-03-03', postDays: 3, land: 'BY' },
      ['2026-03-06', '2026-04-07'],
    ],
    [
      'taxes know no three days',
      { way: 'post', regime: 'ao', handedOverOn: '2026-03-03', postDays: 3, land: 'BY' },
      ['2026-03-09', '2026-04-09'],
    ],
    ['mailbox', { way: 'portal', regime: 'vwvfg', handedOverOn: '2026-03-04', land: 'BB' }, ['2026-03-07', '2026-04-07']],
    ['mailbox for taxes', { way: 'portal', regime: 'ao', handedOverOn: '2026-03-04', land: 'BB' }, ['2026-03-09', '2026-04-09']],
    [
      'fetched',
      { way: 'retrieval', regime: 'vwvfg', handedOverOn: '2026-03-04', retrievedOn: '2026-03-06', land: 'BB' },
      ['2026-03-07', '2026-04-07'],
    ],
    ['in person', { way: 'none', regime: 'vwvfg', handedOverOn: '2026-01-30', land: 'BB' }, ['2026-01-30', '2026-03-02']],
    ['the 31st in a short month', { way: 'none', regime: 'vwvfg', handedOverOn: '2027-01-31', land: 'BB' }, ['2027-01-31', '2027-03-01']],
    ['end on Whit Monday', { way: 'none', regime: 'vwvfg', handedOverOn: '2026-04-25', land: 'BB' }, ['2026-04-25', '2026-05-26']],
    [
      'end on a holiday of one Land',
      { way: 'none', regime: 'vwvfg', handedOverOn: '2026-05-04', land: 'NW' },
      ['2026-05-04', '2026-06-05'],
    ],
    [
      'which another Land does not have',
      { way: 'none', regime: 'vwvfg', handedOverOn: '2026-05-04', land: 'BE' },
      ['2026-05-04', '2026-06-04'],
    ],
    ['over Christmas for taxes', { way: 'post', regime: 'ao', handedOverOn: '2026-12-21', land: 'BB' }, ['2026-12-28', '2027-01-28']],
  ])('%s', (_, handing, expected) => expect(both(handing)).toEqual(expected))

  test('nothing runs before it was fetched, and it can be fetched for ten days', () => {
    expect(deemedDelivery({ way: 'retrieval', regime: 'vwvfg', handedOverOn: '2026-03-04', land: 'BB' })).toBeUndefined()
    expect(lastDayToRetrieve('2026-03-04')).toBe('2026-03-14')
  })

  test('a year without a right notice', () => {
    expect(remedyEnd({ deliveredOn: '2026-03-07', land: 'BB', noticed: false })).toBe('2027-03-08')
    expect(remedyEnd({ deliveredOn: '2028-02-29', land: 'BB', noticed: false })).toBe('2029-02-28')
  })
})

const day = fc.integer({ min: 0, max: 15_000 }).map((n) => addDays('2024-01-01', n))
const land = fc.constantFrom(...(Object.keys(holidayLaw) as Land[]))

describe('whatever the day', () => {
  test('a period of months ends on the day of the same number, or on the last of the month', () =>
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (from, months) => {
        const end = monthsAfter(from, months)
        const number = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7))
        expect(number(end) - number(from)).toBe(months)
        if (end.slice(8) !== from.slice(8)) {
          expect(end.slice(8) < from.slice(8)).toBe(true)
          expect(addDays(end, 1).slice(8)).toBe('01')
        }
      }),
    ))

  test('it ends on a working day, never early, and nothing that is free lies in between', () =>
    fc.assert(
      fc.property(day, land, (deliveredOn, where) => {
        const end = remedyEnd({ deliveredOn, land: where })
        expect(isWorkingDay(end, where)).toBe(true)
        for (let at = monthsAfter(deliveredOn, 1); at < end; at = addDays(at, 1)) expect(isWorkingDay(at, where)).toBe(false)
        expect(end >= monthsAfter(deliveredOn, 1)).toBe(true)
      }),
    ))

  test('a later letter never ends earlier', () =>
    fc.assert(
      fc.property(day, fc.nat(40), land, fc.constantFrom(...regimes), fc.constantFrom(...ways), (first, later, where, regime, way) => {
        const end = (handedOverOn: string) =>
          remedyEnd({ deliveredOn: deemedDelivery({ way, regime, handedOverOn, retrievedOn: handedOverOn, land: where })!, land: where })
        expect(end(first) <= end(addDays(first, later))).toBe(true)
      }),
    ))

  test('only taxes move the day on which a letter counts as known, and only to the next working day', () =>
    fc.assert(
      fc.property(day, land, fc.constantFrom('post', 'portal'), (handedOverOn, where, way) => {
        const plain = deemedDelivery({ way, regime: 'vwvfg', handedOverOn, land: where })!
        const taxes = deemedDelivery({ way, regime: 'ao', handedOverOn, land: where })!
        expect(daysBetween(handedOverOn, plain)).toBe(way === 'post' ? 4 : 3)
        expect(isWorkingDay(taxes, where)).toBe(true)
        expect(taxes >= plain).toBe(true)
        if (isWorkingDay(plain, where)) expect(taxes).toBe(plain)
      }),
    ))
})
