import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#platform/calendar/day.ts'
import { comingChanges, hoursOn, noOpening, type Opening, type Span, spansOf, spansText, stateAt, weekLines } from './opening.rules.ts'

const span = (from: string, until: string): Span => ({ from, until })
const long = [span('08:00', '12:00'), span('14:00', '18:00')]
const short = [span('08:00', '12:00')]
const opening: Opening = {
  week: [long, short, [], long, short, [], []],
  note: { de: '', en: '' },
  exceptions: [
    { from: '2026-12-24', until: '2026-12-31', spans: [], reason: { de: 'Jahreswechsel', en: 'Turn of the year' } },
    { from: '2026-05-09', until: '2026-05-09', spans: [span('10:00', '13:00')], reason: { de: 'Bürgersamstag', en: 'Open Saturday' } },
  ],
}

describe('times as people write them', () => {
  it.each([
    ['8–12', [span('08:00', '12:00')]],
    ['8-12 und 14.30 bis 18 Uhr', [span('08:00', '12:00'), span('14:30', '18:00')]],
    ['08:00 - 12:00, 13-15:30', [span('08:00', '12:00'), span('13:00', '15:30')]],
    ['von 7 bis 13', [span('07:00', '13:00')]],
    ['geschlossen', []],
    ['closed', []],
    ['', []],
    ['0–24', [span('00:00', '24:00')]],
  ])('"%s"', (text, spans) => expect(spansOf(text)).toEqual(spans))

  it.each(['8', '12–8', '8–12, 11–14', 'nach Vereinbarung', '8–25', '24:30–25', '8–9–10', '8:75–9'])('"%s" is not understood', (text) =>
    expect(spansOf(text)).toBeUndefined(),
  )

  const times = fc
    .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 8 })
    .map((quarters) => quarters.sort((a, b) => a - b))
    .map((quarters) =>
      quarters.flatMap((at, i) => {
        const until = quarters[i + 1]
        const text = (quarter: number) =>
          `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
        return i % 2 === 0 && until !== undefined ? [span(text(at), text(until))] : []
      }),
    )
  it('what the form shows is understood again as the same', () => {
    fc.assert(
      fc.property(times, (spans) => {
        expect(spansOf(spansText(spans))).toEqual(spans)
      }),
    )
  })

  it('no text breaks it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const spans = spansOf(text)
        for (const { from, until } of spans ?? []) expect(from < until).toBe(true)
      }),
    )
  })
})

describe('when it is open', () => {
  it('by the week, by exceptions, and not on holidays of the Land', () => {
    expect(hoursOn(opening, '2026-05-07', 'BY')).toMatchObject({ spans: long, why: 'usual' })
    expect(hoursOn(opening, '2026-05-09', 'BY')).toMatchObject({ spans: [span('10:00', '13:00')], why: 'exception' })
    // Ascension Day, a Thursday.
    expect(hoursOn(opening, '2026-05-14', 'BY')).toMatchObject({ spans: [], why: 'holiday' })
    // All Saints' Day is none in Berlin, and 2027 it is a Monday.
    expect(hoursOn(opening, '2027-11-01', 'BE').spans).toEqual(long)
    expect(hoursOn(opening, '2027-11-01', 'BY').spans).toEqual([])
  })

  it.each([
    ['2026-05-07', '09:20', { open: true, until: '12:00' }],
    ['2026-05-07', '12:00', { open: false, next: { day: '2026-05-07', from: '14:00' } }],
    ['2026-05-07', '18:00', { open: false, next: { day: '2026-05-08', from: '08:00' } }],
    ['2026-05-08', '12:30', { open: false, next: { day: '2026-05-09', from: '10:00' } }],
    ['2026-12-23', '09:00', { open: false, next: { day: '2027-01-04', from: '08:00' } }],
  ])('on %s at %s', (day, time, state) => expect(stateAt(opening, { day, time }, 'BY')).toEqual(state))

  it('nobody there at all has no next time', () => {
    expect(stateAt(noOpening, { day: '2026-05-07', time: '09:00' }, 'BY')).toEqual({ open: false, next: undefined })
  })

  it('tells beforehand which days are otherwise, days in a row as one', () => {
    const told = comingChanges(opening, '2026-12-01', 'BY', 45).map(({ day, until, why }) => [day, until, why])
    expect(told).toEqual([
      ['2026-12-24', '2026-12-31', 'exception'],
      ['2027-01-01', '2027-01-01', 'holiday'],
    ])
  })

  it('an exception at a weekend that is closed anyhow is no news', () => {
    const weekend: Opening = {
      ...opening,
      exceptions: [{ from: '2026-05-16', until: '2026-05-17', spans: [], reason: { de: '', en: '' } }],
    }
    expect(comingChanges(weekend, '2026-05-15', 'BY', 7)).toEqual([])
  })

  it('is never open and closed at the same moment of any day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 0, max: 1439 }), (offset, minute) => {
        const day = addDays('2026-01-01', offset)
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        const state = stateAt(opening, { day, time }, 'BY')
        const spans = hoursOn(opening, day, 'BY').spans
        expect(state.open).toBe(spans.some(({ from, until }) => from <= time && time < until))
        if (!state.open && state.next?.day === day) expect(state.next.from > time).toBe(true)
      }),
    )
  })
})

it('a week is told in as few lines as it needs', () => {
  expect(weekLines(opening.week).map(({ days, spans }) => [days.join(' '), spansText(spans)])).toEqual([
    ['mo th', '8–12, 14–18'],
    ['tu fr', '8–12'],
    ['we sa su', ''],
  ])
})
