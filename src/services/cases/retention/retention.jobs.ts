import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { nextBatch } from './batch.ts'
import { forgetReads, forgetSentMail } from './forget.sql.ts'
import { RUN_JOB } from './retention.verbs.ts'
import { endRun, insertRun, openRun } from './run.sql.ts'

const LOG_ROWS = 5_000

/** One batch is one transaction: a crash undoes at most this one, and the job begins it again. False when the run is over. */
export async function runBatch(ctx: Ctx): Promise<boolean> {
  const run = await openRun(ctx)
  if (!run) return false
  if (await nextBatch(ctx, run)) return true
  const more = (await forgetSentMail(ctx, LOG_ROWS)) + (await forgetReads(ctx, LOG_ROWS))
  if (more >= LOG_ROWS) return true
  await endRun(ctx, run.id)
  return false
}

export const runJob = defineJob({
  name: RUN_JOB,
  payload: z.object({}),
  run: async (ctx) => {
    if (await runBatch(ctx)) enqueue(ctx, RUN_JOB, {})
  },
})

/** Starts tonight's run, or takes up one that stopped on its way. */
export async function startNightly(ctx: Ctx): Promise<void> {
  await insertRun(ctx)
  enqueue(ctx, RUN_JOB, {})
}

export const NIGHTLY = '40 1 * * *'
export const retentionSchedule: Schedule = { name: 'retention.nightly', cron: NIGHTLY, run: startNightly }
