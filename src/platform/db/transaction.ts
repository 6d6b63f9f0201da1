import type { Pool, PoolClient } from 'pg'
import type { Db } from '../context.ts'
import { isSilent, isStalePlan } from '../errors.ts'
import { uuidPattern } from '../ids.ts'
import { kyselyOn } from './single-connection.ts'
import { together } from './together.ts'

export type Hooks = {
  /** Runs, and is waited for, when the transaction has been committed; never when it was rolled back. */
  afterCommit(run: () => void | Promise<void>): void
  /** A statement that was sent and whose answer nobody needs: the commit waits for it, and fails with it. */
  soon(sent: Promise<unknown>): void
}
export type Work<T> = (db: Db, hooks: Hooks) => Promise<T>
export type TransactionOptions = { townId: string | undefined; readOnly: boolean }

/** Thrown inside `work` to undo everything and still hand out a value (a refusal, a repeat). */
export class RollBack<T> {
  readonly value: T
  constructor(value: T) {
    this.value = value
  }
}

/**
 * Runs `work` in one transaction that sees one town. Opening and setting the town is one round trip, and `SET LOCAL`
 * (not `set_config`) is what a Citus coordinator carries to its workers. The id is checked because a SET takes no parameter.
 */
export async function inTransaction<T>(pool: Pool, { townId, readOnly }: TransactionOptions, work: Work<T>): Promise<T> {
  if (townId !== undefined && !uuidPattern.test(townId)) throw new Error('a town id must be a UUID')
  const afterwards: (() => void | Promise<void>)[] = []
  const unanswered: Promise<unknown>[] = []
  let failed: { error: unknown } | undefined
  const soon = (sent: Promise<unknown>): void => {
    unanswered.push(sent)
    sent.catch((error: unknown) => {
      failed ??= { error }
    })
  }
  const client = await pool.connect()
  let broken: Error | undefined
  let committed: T | undefined
  try {
    // What follows leaves with it. Where it fails, so does everything after it.
    soon(
      together(client, () =>
        client.query(`BEGIN${readOnly ? ' READ ONLY' : ''}${townId ? `; SET LOCAL app.tenant_id = '${townId}'` : ''}`),
      ),
    )
    const value = await work(kyselyOn(client), { afterCommit: (run) => afterwards.push(run), soon })
    // All are waited for: that the commit failed is heard sooner than why.
    const answers = await Promise.allSettled([...unanswered, commit(client)])
    for (const answer of answers) if (answer.status === 'rejected') throw answer.reason
    committed = value
  } catch (caught) {
    // What failed first says why; what came after it only that something had failed.
    const thrown = caught instanceof RollBack ? caught : (failed?.error ?? caught)
    // A plan that is kept for a table as it was before an update of the program: the next connection makes a new one.
    if (isStalePlan(thrown)) broken = thrown
    // Where nothing is answered any more, neither would a rollback be. The server undoes it when the line ends.
    if (isSilent(thrown)) broken = thrown
    else
      await client.query('ROLLBACK').catch((error: Error) => {
        broken = error
      })
    if (thrown instanceof RollBack) return thrown.value as T
    throw thrown
  } finally {
    client.release(broken)
  }
  // Only now, without holding the connection: what follows may need one itself.
  for (const run of afterwards) await run()
  return committed as T
}

/** PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: that must not pass as success. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await together(client, () => client.query('COMMIT'))
  if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back')
}
