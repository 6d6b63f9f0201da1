import { z } from 'zod'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { deleteReceiptsBefore } from './receipt.sql.ts'

const KEPT_DAYS = 90
const PAGE = 500

export const forgetJob = defineJob({
  name: 'outside.forgetReceipts',
  payload: z.object({}),
  run: async (ctx) => {
    const before = new Date(ctx.now().getTime() - KEPT_DAYS * 86_400_000)
    if ((await deleteReceiptsBefore(ctx, before, PAGE)) === PAGE) enqueue(ctx, 'outside.forgetReceipts', {})
  },
})

export const forgetSchedule: Schedule = {
  name: 'outside.forgetReceipts',
  cron: '31 2 * * *',
  run: async (ctx) => enqueue(ctx, 'outside.forgetReceipts', {}, { key: 'outside.forgetReceipts' }),
}
