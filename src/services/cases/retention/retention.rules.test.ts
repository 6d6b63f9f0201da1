import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkOrder, cutoff, daysOf, NOTICE_DAYS, retentionSteps } from './retention.rules.ts'

const days = fc.integer({ min: 0, max: 36_500 })
const rules = fc.record({ archiveDays: days, anonymiseDays: days, deleteDays: days })
const now = new Date('2026-05-07T07:20:00Z')

test('a rule in order does archive, anonymise and delete one after the other, with the notice before the end', () => {
  fc.assert(
    fc.property(rules, (rule) => {
      const inOrder = rule.archiveDays <= rule.anonymiseDays && rule.anonymiseDays <= rule.deleteDays && rule.deleteDays >= NOTICE_DAYS
      expect(checkOrder(rule).ok).toBe(inOrder)
      if (!inOrder) return
      expect(daysOf(rule, 'delete') - daysOf(rule, 'tell')).toBe(NOTICE_DAYS)
      for (const step of retentionSteps) expect(cutoff(rule, step, now).getTime()).toBeLessThanOrEqual(now.getTime())
      expect(cutoff(rule, 'delete', now) <= cutoff(rule, 'anonymise', now)).toBe(true)
      expect(cutoff(rule, 'anonymise', now) <= cutoff(rule, 'archive', now)).toBe(true)
    }),
  )
})

test.each([
  [{ archiveDays: 10, anonymiseDays: 9, deleteDays: 20 }, 'retentionOrder', 'anonymiseDays'],
  [{ archiveDays: 10, anonymiseDays: 20, deleteDays: 19 }, 'retentionOrder', 'deleteDays'],
  [{ archiveDays: 0, anonymiseDays: 0, deleteDays: 13 }, 'retentionNotice', 'deleteDays'],
])('%o is refused', (rule, code, field) => {
  expect(checkOrder(rule)).toMatchObject({ ok: false, refusal: { code, field } })
})
