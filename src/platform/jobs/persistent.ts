import type { Pool, PoolClient } from '../db/pool.ts'
import { faultOf } from '../errors.ts'

/** What graphile-worker (0.18, lib.js) asks again after 50 ms to 5 s; a lost database it would not ask again at all. */
const ASK_AGAIN = '40001'

/**
 * Lets the queue go on where the database breaks off: it ticks jobs off without waiting for the answer, so that a lost one would end the
 * whole process. What may succeed later is told to it in the word for which it asks again. `pool` is the queue's own, and still unused.
 */
export function persistent(pool: Pool): Pool {
  const connect = pool.connect.bind(pool) as () => Promise<PoolClient>
  pool.connect = ((...given: []) => (given.length > 0 ? connect(...given) : connect().catch(askAgain))) as Pool['connect']
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((...given: unknown[]) => {
      const answer = query(...given)
      return answer instanceof Promise ? answer.catch(askAgain) : answer
    }) as typeof client.query
  })
  return pool
}

function askAgain(thrown: unknown): never {
  if (faultOf(thrown).kind !== 'unavailable') throw thrown
  throw Object.assign(new Error(thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown }), { code: ASK_AGAIN })
}
