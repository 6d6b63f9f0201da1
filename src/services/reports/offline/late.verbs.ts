import { z } from 'zod'
import { resolvePlace } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { keyedHash } from '#platform/keys.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { caseById } from '../../cases/index.ts'
import { sendReport } from '../send.verbs.ts'
import type { LateReport } from './late.rules.ts'
import { deleteReceiptsBefore, insertReceipt, receiptOf } from './receipt.sql.ts'

/** What the device is told; everything else of the receipt it made itself. */
export type LateReceipt = { number: string }

/**
 * Takes a report that was written without network, once for each key: the same again gets the same receipt, however often and however
 * late. Refuses `sentOtherwise` (facts: number) for another content under a known key, and what `sendReport` and `resolvePlace` refuse.
 */
export async function sendLate(ctx: Ctx, { clientKey, ...late }: LateReport): Promise<Result<LateReceipt>> {
  const contentHash = hashOf(late)
  const earlier = await receiptOf(ctx, clientKey)
  if (earlier) {
    const { number } = (await caseById(ctx, earlier.caseId))!
    return earlier.contentHash.equals(contentHash) ? ok({ number }) : refuse('sentOtherwise', { facts: { number } })
  }
  const { secret, code, as, category, text, answers, photos, observedAt, email, name, ...said } = late
  const place = await resolvePlace(ctx, said)
  if (!place.ok) return place
  const sent = await sendReport(ctx, {
    category,
    place: place.value,
    text,
    answers,
    photos,
    observedAt,
    anonymous: as === 'nobody',
    email,
    name,
    keys: { secret, code },
  })
  if (!sent.ok) return sent
  const { caseId, number } = sent.value
  await insertReceipt(ctx, clientKey, { caseId, contentHash })
  return ok({ number })
}

/** Keyed, so that a stolen table tells nothing of what was written. Fields in a fixed order, whatever the order they came in. */
const hashOf = (late: Omit<LateReport, 'clientKey'>): Buffer =>
  keyedHash('reports.late', JSON.stringify(Object.entries(late).sort(([a], [b]) => (a < b ? -1 : 1))))

const KEPT_DAYS = 90
const PAGE = 500

const forgetJob = defineJob({
  name: 'report.forgetReceipts',
  payload: z.object({}),
  run: async (ctx) => {
    const before = new Date(ctx.now().getTime() - KEPT_DAYS * 86_400_000)
    if ((await deleteReceiptsBefore(ctx, before, PAGE)) === PAGE) enqueue(ctx, 'report.forgetReceipts', {})
  },
})
export const lateJobs = [forgetJob]

export const lateSchedules: readonly Schedule[] = [
  {
    name: 'report.forgetReceipts',
    cron: '23 2 * * *',
    run: async (ctx) => enqueue(ctx, 'report.forgetReceipts', {}, { key: 'report.forgetReceipts' }),
  },
]
