import { sql } from 'kysely'
import type { Db } from './db/single-connection.ts'
import { CHANNEL, type Change } from './live/change.ts'
import type { QueuedJob } from './outgoing.ts'

/** Puts jobs into the queue, and says what changed: heard by every process after the commit. */
export const enqueueAndNotify = (db: Db, jobs: readonly QueuedJob[], changes: readonly Change[]) => {
  const told = sql`SELECT count(pg_notify(${CHANNEL}, c)) FROM unnest(${changes.map((change) => JSON.stringify(change))}::text[]) AS c`
  return (jobs.length > 0 ? sql`SELECT platform.enqueue_all(${JSON.stringify(jobs)}::json), (${told})` : told).execute(db)
}
