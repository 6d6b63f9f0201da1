import type { Ctx } from '../context.ts'

export type Enqueueing = {
  runAt?: Date /** Replaces a waiting job with the same key. */
  key?: string /** Jobs of one queue run one after the other. */
  queue?: string
  maxAttempts?: number
}

/** Puts a task of this town into the queue, with this transaction: it runs if and only if the transaction commits. */
export function enqueue(
  ctx: Pick<Ctx, 'town' | 'outgoing'>,
  name: string,
  payload: Record<string, unknown>,
  { runAt, key, queue, maxAttempts = 25 }: Enqueueing = {},
): void {
  ctx.outgoing.jobs.push({
    task: name,
    payload: { townId: ctx.town.id, ...payload },
    run_at: runAt ?? null,
    key: key ? `${ctx.town.id} ${key}` : null,
    queue: queue ?? null,
    attempts: maxAttempts,
  })
}
