import type { Ctx } from './context.ts'
import type { Change } from './live/change.ts'
import { enqueueAndNotify } from './outgoing.sql.ts'

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

/** Writes it in one statement, last thing before the commit. */
export function sendOff({ db, outgoing: { jobs }, soon }: Pick<Ctx, 'db' | 'outgoing' | 'soon'>, changes: readonly Change[]): void {
  if (jobs.length > 0 || changes.length > 0) soon(enqueueAndNotify(db, withoutReplaced(jobs), changes))
}

/** A later job with the same key stands for the earlier one. */
const withoutReplaced = (jobs: readonly QueuedJob[]): readonly QueuedJob[] => {
  const last = new Map(jobs.map((job) => [job.key ?? job, job]))
  return jobs.filter((job) => last.get(job.key ?? job) === job)
}
