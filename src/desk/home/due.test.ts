import { describe, expect, it } from 'vitest'
import { dueOf } from './due.rules.ts'

const now = new Date('2026-05-07T07:20:00Z')

describe('due', () => {
  it.each([
    ['2026-05-07T07:19:00Z', { days: 0, tone: 'overdue' }],
    ['2026-05-06T21:59:00Z', { days: -1, tone: 'overdue' }],
    ['2026-05-01T10:00:00Z', { days: -6, tone: 'overdue' }],
    ['2026-05-07T21:00:00Z', { days: 0, tone: 'soon' }],
    // Already the next day in Berlin.
    ['2026-05-07T22:30:00Z', { days: 1, tone: 'soon' }],
    ['2026-05-09T10:00:00Z', { days: 2, tone: 'soon' }],
    ['2026-05-10T10:00:00Z', { days: 3, tone: 'none' }],
  ])('%s', (dueAt, due) => expect(dueOf({ dueAt: new Date(dueAt) }, now)).toEqual(due))

  it('ends when the case is closed', () => expect(dueOf({ dueAt: now, closedAt: now }, now)).toBeUndefined())
})
