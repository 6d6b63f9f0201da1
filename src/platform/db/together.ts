import type { PoolClient } from 'pg'

/**
 * Statements that are sent without waiting for each other leave in one piece: each piece is a call of the operating system on both
 * sides, which costs as much as a small statement itself (bench/README.md).
 */
export function together<T>({ connection: { stream } }: PoolClient, send: () => T): T {
  stream.cork()
  process.nextTick(() => stream.uncork())
  return send()
}
