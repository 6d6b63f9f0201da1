import { sql } from 'kysely'
import type { Db } from './db/single-connection.ts'
import { CHANNEL, type Change } from './live/change.ts'
import type { QueuedJob } from './outgoing.ts'

/** Puts jobs into the queue, all at once. */
export const enqueueAll = (db: Db, jobs: readonly QueuedJob[]) =>
  sql`SELECT platform.enqueue_all(${JSON.stringify(jobs)}::json)`.execute(db)

/** Heard by every process after the commit. */
export const notifyAll = (db: Db, changes: readonly Change[]) =>
  sql`SELECT pg_notify(${CHANNEL}, c) FROM unnest(${changes.map((change) => JSON.stringify(change))}::text[]) AS c`.execute(db)
