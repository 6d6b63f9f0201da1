import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demoCategories } from './categories.ts'
import { afterWorkingHours, lifeOf, sentAt } from './dates.ts'
import { reasonCodes, reportStates } from './report.ts'
import { demoReports } from './reports.ts'
import { toldStories } from './stories.ts'

const today = new Date('2026-05-07T10:15:00Z')
const people = [
  { code: 'ada', name: 'Ada Beispiel', email: 'ada@post.example', locale: 'de' },
  { code: 'bo', name: 'Bo Muster', email: 'bo@post.example', locale: 'de' },
  { code: 'cy', name: 'Cy Sample', email: 'cy@post.example', locale: 'en' },
] as const
const year = demoReports({ seed: 7, count: 480, today, people })

describe('the demo year', () => {
  it('is the same for the same seed and another for another', () => {
    expect(demoReports({ seed: 7, count: 480, today, people })).toEqual(year)
    expect(demoReports({ seed: 8, count: 480, today, people })).not.toEqual(year)
  })

  it('has as many reports as asked for, each with a key and a text of its own', () => {
    expect(year).toHaveLength(480)
    expect(new Set(year.map(({ key }) => key)).size).toBe(480)
    expect(new Set(year.map(({ text }) => text)).size).toBe(480)
  })

  it('shows every state, every category that has a form, and nearly every reason', () => {
    expect(new Set(year.map(({ state }) => state))).toEqual(new Set(reportStates))
    expect(new Set(year.map(({ category }) => category))).toEqual(
      new Set(demoCategories.filter(({ danger }) => !danger).map(({ code }) => code)),
    )
    const reasons = new Set(year.flatMap(({ steps }) => steps.flatMap(({ reason }) => reason ?? [])))
    for (const reason of reasonCodes.filter(
      (code) => !['abuse', 'handledByEmergency', 'notLawful', 'noBudget', 'withdrawn'].includes(code),
    ))
      expect(reasons).toContain(reason)
  })

  it.each(['2026-01-15', '2026-04-02', '2026-08-20', '2026-11-23'])('shows them too when the year ends on %s', (day) => {
    const other = demoReports({ seed: 3, count: 480, today: new Date(`${day}T09:00:00Z`), people })
    expect(new Set(other.map(({ state }) => state)).size).toBe(reportStates.length)
    expect(new Set(other.map(({ category }) => category)).size).toBe(demoCategories.length - 1)
  })

  it.each(['2026-01-15T00:20:00Z', '2026-04-05T06:00:00Z', '2026-08-20T12:00:00Z', '2026-11-23T23:50:00Z'])(
    'has come to every state at %s, also on a Sunday and in the night',
    (moment) => {
      const now = new Date(moment)
      const reports = demoReports({ seed: 7, count: 480, today: now, people })
      expect(new Set(reports.flatMap((report) => lifeOf(report, now).at(-1)?.state ?? []))).toEqual(new Set(reportStates))
    },
  )

  it('mostly ends well', () => {
    const old = year.filter(({ daysAgo }) => daysAgo > 60)
    expect(old.every(({ state }) => state === 'done' || state === 'ended')).toBe(true)
    expect(old.filter(({ state }) => state === 'done').length / old.length).toBeGreaterThan(0.75)
  })

  it('follows the seasons', () => {
    const months = (category: string) =>
      year.filter((report) => report.category === category).map((report) => sentAt(report, today).getUTCMonth() + 1)
    for (const month of months('winter')) expect([11, 12, 1, 2, 3]).toContain(month)
    for (const month of months('leaves')) expect([9, 10, 11, 12]).toContain(month)
  })

  it('dates every step in order and never in the future', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }), fc.nat(479), (now, index) => {
        const report = year[index]
        if (!report) return false
        const times = [sentAt(report, now), ...lifeOf(report, now).map(({ at }) => at)].map((at) => at.getTime())
        return times.every((at, i) => at <= now.getTime() && at >= (times[i - 1] ?? 0))
      }),
    )
  })

  it('ends a duplicate only together with the report it repeats', () => {
    for (const report of year.filter(({ steps }) => steps.some(({ reason }) => reason === 'duplicate'))) {
      expect(year.filter(({ story }) => story === report.story).length, report.key).toBeGreaterThan(1)
    }
  })

  it('names mail addresses and telephone numbers nowhere in texts', () => {
    for (const report of year) {
      const words = [
        report.text,
        ...report.steps.flatMap(({ publicText, partiesText, internalText }) => [publicText, partiesText, internalText]),
      ].filter((text) => text !== undefined)
      for (const text of words) {
        expect(text.trim().length, report.key).toBeGreaterThan(0)
        expect(text).not.toMatch(/@|\d[\d /-]{6,}\d|[[\]|]/)
      }
    }
  })

  it('proves what needs a proof', () => {
    const photo = new Set(demoCategories.filter(({ proof }) => proof === 'photo').map(({ code }) => code))
    for (const report of year.filter(({ category }) => photo.has(category))) {
      const finished = report.steps.findLast(({ kind }) => kind === 'work.done')
      if (finished) expect(finished.pictures?.length, report.key).toBeGreaterThan(0)
    }
  })

  it('tells at least twelve stories', () => {
    expect(new Set(toldStories.map(({ story }) => story)).size).toBeGreaterThanOrEqual(12)
    expect(toldStories.filter(({ story }) => story === 'storm-quirin')).toHaveLength(14)
  })

  it('has enough to say for a much busier town', () => {
    expect(demoReports({ seed: 1, count: 1500, today })).toHaveLength(1500)
  })
})

describe('working hours', () => {
  it.each([
    ['2026-05-07T09:00:00Z', 2, '2026-05-07T11:00:00Z'],
    ['2026-05-07T15:00:00Z', 2, '2026-05-08T09:00:00Z'],
    ['2026-05-08T15:30:00Z', 1, '2026-05-11T08:30:00Z'],
    ['2026-05-09T12:00:00Z', 8, '2026-05-11T16:00:00Z'],
    ['2026-05-07T05:00:00Z', 0.5, '2026-05-07T08:30:00Z'],
  ])('%s and %d hours', (from, hours, to) => {
    expect(afterWorkingHours(new Date(from), hours)).toEqual(new Date(to))
  })
})
