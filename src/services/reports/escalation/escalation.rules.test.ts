import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn } from '#platform/calendar/day.ts'
import { isWorkingDay } from '#platform/calendar/working-day.rules.ts'
import { reportProcess } from '../report.rules.ts'
import { dueFor, endsByLook, ladder, nextLevel, stillWaits, waitIn, waits } from './ladder.rules.ts'

const berlin = { land: 'BY', timeZone: 'Europe/Berlin' }
/** Thursday before Ascension Day (14 May 2026) and two weeks before Whitsun. */
const thursday = new Date('2026-05-07T07:20:00Z')

test.each([
  ['offer', 1, '2026-05-12'],
  ['offer', 2, '2026-05-19'],
  ['offer', 3, '2026-05-27'],
  ['work', 1, '2026-05-17'],
  ['work', 2, '2026-05-27'],
  ['word', 3, '2026-06-06'],
  ['answer', 1, '2026-05-08'],
  ['answer', 3, '2026-05-15'],
  ['objection', 2, '2026-05-12'],
  ['rejected', 3, '2026-05-15'],
] as const)('%s: level %i hears of it when %s is over', (wait, level, day) => {
  expect(dayIn(dueFor(wait, thursday, level, berlin), 'Europe/Berlin')).toBe(day)
})

test('a category with more time to accept moves all its levels; the second no is told at once', () => {
  const at = (level: 1 | 2 | 3) => dayIn(dueFor('offer', thursday, level, { ...berlin, acceptDays: 5 }), 'Europe/Berlin')
  expect([at(1), at(2), at(3)]).toEqual(['2026-05-15', '2026-05-21', '2026-05-29'])
  expect(dueFor('rejected', thursday, 2, berlin)).toEqual(thursday)
})

test('every open state of staff waits for something, no ended one does', () => {
  for (const [state, stage] of Object.entries(reportProcess.states)) {
    const wait = waitIn(state)
    if (wait) expect(stillWaits(wait, state)).toBe(true)
    if (['done', 'ended', 'draft', 'yourTurn'].includes(stage)) expect(wait).toBeUndefined()
    for (const one of waits) if ((reportProcess.ends as readonly string[]).includes(state)) expect(stillWaits(one, state)).toBe(false)
  }
  expect(waits.filter(endsByLook)).toEqual(['answer', 'objection'])
})

test('whatever waits since when: each level comes later than the one before, never before it began, and working days are those of the Land', () => {
  const since = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(fc.constantFrom(...waits), since, fc.constantFrom('BY', 'BE', 'SN'), (wait, at, land) => {
      const town = { land, timeZone: 'Europe/Berlin' }
      const due = ([1, 2, 3] as const).map((level) => dueFor(wait, at, level, town))
      expect(due[0]!.getTime()).toBeGreaterThanOrEqual(at.getTime())
      for (const i of [1, 2] as const) expect(due[i]!.getTime()).toBeGreaterThanOrEqual(due[i - 1]!.getTime())
      if (ladder[wait].unit === 'workingDays') expect(isWorkingDay(dayIn(due[2]!, town.timeZone), land)).toBe(true)
    }),
  )
  expect([0, 1, 2, 3].map((level) => nextLevel(level as 0))).toEqual([1, 2, 3, undefined])
})
