import { z } from 'zod'
import { DAY_MS } from '#platform/calendar/day.ts'
import { ok, type Result, refuse } from '#platform/result.ts'

/** Days after the end of a case: it leaves the lists, loses what is personal, and goes. */
export type RetentionDays = { archiveDays: number; anonymiseDays: number; deleteDays: number }
/** For one way to end. `reason`: the legal basis, as it is kept with each proof. */
export type RetentionRule = RetentionDays & { kind: string; result: string; reason: string }

export const retentionSteps = ['archive', 'anonymise', 'tell', 'delete'] as const
export type RetentionStep = (typeof retentionSteps)[number]

/** The owner hears of a deletion so many days before. Nothing is deleted earlier, whatever rule was changed meanwhile. */
export const NOTICE_DAYS = 14

const MOST_DAYS = 36_500
const days = z.coerce.number().int().min(0).max(MOST_DAYS)

export const RuleInput = z.object({
  archiveDays: days,
  anonymiseDays: days,
  deleteDays: days,
  reason: z.string().trim().min(1).max(500),
})

/** Each step comes after the one before; a deletion leaves time for the notice. */
export function checkOrder(rule: RetentionDays): Result<true, 'retentionOrder' | 'retentionNotice'> {
  if (rule.anonymiseDays < rule.archiveDays) return refuse('retentionOrder', { field: 'anonymiseDays' })
  if (rule.deleteDays < rule.anonymiseDays) return refuse('retentionOrder', { field: 'deleteDays' })
  if (rule.deleteDays < NOTICE_DAYS) return refuse('retentionNotice', { field: 'deleteDays' })
  return ok(true)
}

/** After so many days of a case's end a step is due. */
export const daysOf = (rule: RetentionDays, step: RetentionStep): number =>
  ({ archive: rule.archiveDays, anonymise: rule.anonymiseDays, tell: rule.deleteDays - NOTICE_DAYS, delete: rule.deleteDays })[step]

/** What ended then or earlier is due now. */
export const cutoff = (rule: RetentionDays, step: RetentionStep, now: Date): Date => new Date(now.getTime() - daysOf(rule, step) * DAY_MS)

/** Told then or earlier: the time of the notice is over. */
export const toldBefore = (now: Date): Date => new Date(now.getTime() - NOTICE_DAYS * DAY_MS)
