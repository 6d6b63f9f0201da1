import type { Pool, PoolClient } from 'pg'

/** A moment in which nobody knocks again. */
const REST_MS = 250

/** What a database says that is not there or not ready; not a pool whose connections are all in use. */
const shut = new Set(['ECONNREFUSED', '57P03', '53300'])

type Answer = (error: Error | undefined, client: PoolClient | undefined, release: (broken?: unknown) => void) => void

/**
 * Whoever comes while the database has just refused a connection is told so without asking it again: hundreds knocking at once would each
 * begin a process there, and keep it from being repaired.
 */
export function knockGently(pool: Pool): void {
  const knock = pool.connect.bind(pool) as (answer: Answer) => void
  let refused: { error: Error; until: number } | undefined
  const connect: (answer: Answer) => void = (answer) => {
    if (refused && performance.now() < refused.until) {
      const { error } = refused
      return void process.nextTick(() => answer(error, undefined, () => {}))
    }
    knock((error, client, release) => {
      refused =
        error && shut.has((error as Error & { code?: string }).code ?? '') ? { error, until: performance.now() + REST_MS } : undefined
      answer(error, client, release)
    })
  }
  pool.connect = ((answer?: Answer) =>
    answer
      ? connect(answer)
      : new Promise<PoolClient>((resolve, reject) =>
          connect((error, client) => (client ? resolve(client) : reject(error))),
        )) as Pool['connect']
}
