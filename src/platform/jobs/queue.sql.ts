import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

type NewJob = { name: string; payload: string; runAt: Date | null; key: string | null; queue: string | null; maxAttempts: number }

export const addJob = (ctx: Ctx, job: NewJob) =>
  sql`SELECT platform.enqueue(${job.name}, ${job.payload}::json, ${job.runAt}::timestamptz, ${job.key}, ${job.queue}, ${job.maxAttempts}::int)`.execute(
    ctx.db,
  )
