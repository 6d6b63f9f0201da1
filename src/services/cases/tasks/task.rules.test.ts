import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#platform/calendar/day.ts'
import { isWorkingDay } from '#platform/calendar/working-day.rules.ts'
import { dueDay, readTaskCursor, TaskInput, urgencyOf, writeTaskCursor } from './task.rules.ts'

const thursday = '2026-05-07'
const who = 'unit:01890000-0000-7000-8000-000000000001'

describe('when a task is due', () => {
  it.each([
    ['three working days', { dueOn: '', days: 3 }, '2026-05-12'],
    ['today', { dueOn: '', days: 0 }, thursday],
    ['over Ascension Day', { dueOn: '', days: 5 }, '2026-05-15'],
    ['a day beats a number', { dueOn: '2026-06-01', days: 3 }, '2026-06-01'],
    ['a Sunday, if somebody wants it', { dueOn: '2026-05-10', days: undefined }, '2026-05-10'],
    ['yesterday', { dueOn: '2026-05-06', days: undefined }, undefined],
    ['too far', { dueOn: '2029-01-01', days: undefined }, undefined],
    ['neither', { dueOn: '', days: undefined }, undefined],
  ])('%s', (_, given, expected) => expect(dueDay(given, thursday, 'BY')).toBe(expected))

  it('is a working day of the Land where days are counted', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 250 }), (shift, days) => {
        const due = dueDay({ dueOn: '', days }, addDays('2024-01-01', shift), 'NW')
        expect(due && isWorkingDay(due, 'NW')).toBe(true)
      }),
    ))
})

it('an empty number of days is none', () => {
  expect(TaskInput.parse({ title: 'Ansehen', dueOn: '2026-06-01', days: '', who }).days).toBeUndefined()
  expect(TaskInput.safeParse({ title: ' ', who }).success).toBe(false)
  expect(TaskInput.safeParse({ title: 'Ansehen', who: 'jemand' }).success).toBe(false)
})

it('is overdue, due today or later', () => {
  expect(['2026-05-06', thursday, '2026-05-08'].map((day) => urgencyOf(day, thursday))).toEqual(['overdue', 'today', 'later'])
})

it('a list goes on where it ended', () => {
  const cursor = { dueOn: thursday, id: who.slice(5) }
  expect(readTaskCursor(writeTaskCursor(cursor))).toEqual(cursor)
  expect(readTaskCursor("2026-05-07'; --")).toBeUndefined()
})
