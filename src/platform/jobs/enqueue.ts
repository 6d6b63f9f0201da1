import type { Ctx } from '../context.ts'
import { addJob } from './queue.sql.ts'

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
  await addJob(ctx, {
    name,
    payload: job,
    runAt: runAt ?? null,
    key: key ? `${ctx.town.id} ${key}` : null,
    queue: queue ?? null,
    maxAttempts,
  })
}
