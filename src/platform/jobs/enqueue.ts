import { sql } from 'kysely'
import type { Ctx } from '../context.ts'

export type Enqueueing = {
  runAt?: Date /** Replaces a waiting job with the same key. */
  key?: string /** Jobs of one queue run one after the other. */
  queue?: string
  maxAttempts?: number
}

/** Puts a task of this town into the queue, in this transaction: it runs if and only if the transaction commits. */
export async function enqueue(
  ctx: Ctx,
  name: string,
  payload: Record<string, unknown>,
  { runAt, key, queue, maxAttempts = 25 }: Enqueueing = {},
): Promise<void> {
  const job = JSON.stringify({ townId: ctx.town.id, ...payload })
  await sql`SELECT platform.enqueue(${name}, ${job}::json, ${runAt ?? null}::timestamptz, ${key ? `${ctx.town.id} ${key}` : null}, ${queue ?? null}, ${maxAttempts}::int)`.execute(
    ctx.db,
  )
}
