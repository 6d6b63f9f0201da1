import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inquiryWorkflow } from '../../workflows/inquiry.ts'
import { standardWorkflow } from '../../workflows/standard.ts'
import { dueReminders, nextReminder, type Reminder, remindersOf } from './reminder.rules.ts'

const berlin = { timeZone: 'Europe/Berlin' }
const inquiry = inquiryWorkflow()
const at = (text: string) => new Date(text)

it('reminds of a question on the morning three days before its last day, in summer and winter time', () => {
  const of = (end: string) => remindersOf({ workflow: inquiry, state: 'waitingParty', timeOutAt: at(end), deadlines: [] }, berlin)
  expect(of('2026-05-21T21:59:59Z')).toMatchObject([{ kind: 'question', at: at('2026-05-18T06:59:59Z') }])
  expect(of('2026-12-21T22:59:59Z')).toMatchObject([{ kind: 'question', at: at('2026-12-18T07:59:59Z') }])
})

it('does not press anybody who was answered, and reminds of a deadline of law a week before', () => {
  const end = at('2026-08-11T21:59:59Z')
  expect(remindersOf({ workflow: inquiry, state: 'answered', timeOutAt: end, deadlines: [] }, berlin)).toEqual([])
  const permit = standardWorkflow({ deemed: { law: '§ 42a VwVfG', months: 3 } })
  expect(remindersOf({ workflow: permit, state: 'inReview', timeOutAt: undefined, deadlines: [end] }, berlin)).toEqual([
    { kind: 'deadline', at: at('2026-08-04T06:59:59Z'), end },
  ])
  expect(remindersOf({ workflow: permit, state: 'withdrawn', timeOutAt: undefined, deadlines: [end] }, berlin)).toEqual([])
})

const moment = fc.integer({ min: 0, max: 1_000 }).map((n) => new Date(n))
const reminder: fc.Arbitrary<Reminder> = fc
  .record({ kind: fc.constantFrom('question' as const, 'deadline' as const), at: moment, notice: fc.integer({ min: 1, max: 200 }) })
  .map(({ kind, at, notice }) => ({ kind, at, end: new Date(at.getTime() + notice) }))

it('says each reminder once, however often it looks, and none that helps no more', () => {
  fc.assert(
    fc.property(fc.array(reminder, { maxLength: 5 }), fc.array(moment, { maxLength: 20 }), (reminders, looks) => {
      const said: Reminder[] = []
      let set = nextReminder(reminders, new Date(-1))
      for (const now of looks.toSorted((a, b) => a.getTime() - b.getTime())) {
        if (!set || set > now) continue
        const due = dueReminders(reminders, set, now)
        for (const { end } of due) expect(end > now).toBe(true)
        said.push(...due)
        set = nextReminder(reminders, now)
      }
      expect(new Set(said).size).toBe(said.length)
    }),
  )
})
