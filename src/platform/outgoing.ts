import type { Db } from './db/single-connection.ts'
import type { Change } from './live/change.ts'
import { enqueueAll, notifyAll } from './outgoing.sql.ts'

/** What goes out with the commit of a transaction: jobs for the queue, and word of what changed. */
export type Outgoing = { jobs: QueuedJob[]; changed: Map<string, string | undefined> }
export type QueuedJob = { task: string; payload: unknown; run_at: Date | null; key: string | null; queue: string | null; attempts: number }

export const nothingOutgoing = (): Outgoing => ({ jobs: [], changed: new Map() })

/** A notification of PostgreSQL holds 8,000 bytes. */
const TAGS = 100

/** The changes as they are told to every process. */
export function changesIn({ changed }: Outgoing, townId: string): Change[] {
  const byEvent = Map.groupBy(changed, ([, eventId]) => eventId)
  return [...byEvent].flatMap(([eventId, entries]) =>
    Array.from({ length: Math.ceil(entries.length / TAGS) }, (_, part) => ({
      townId,
      tags: entries.slice(part * TAGS, (part + 1) * TAGS).map(([tag]) => tag),
      eventId,
    })),
  )
}

/** Writes it in as few statements as can be, last thing before the commit: each statement more is a way to the database and back. */
export async function sendOff(db: Db, { jobs }: Outgoing, changes: readonly Change[]): Promise<void> {
  if (jobs.length > 0) await enqueueAll(db, withoutReplaced(jobs))
  if (changes.length > 0) await notifyAll(db, changes)
}

/** A later job with the same key stands for the earlier one. */
const withoutReplaced = (jobs: readonly QueuedJob[]): readonly QueuedJob[] => {
  const last = new Map(jobs.map((job) => [job.key ?? job, job]))
  return jobs.filter((job) => last.get(job.key ?? job) === job)
}
