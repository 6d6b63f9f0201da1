import type { Ctx } from '#platform/context.ts'
import type { Stage } from '#platform/process.ts'
import { reportEvents } from '../report.events.ts'
import { updateRows } from './updates.sql.ts'

const { accepted, planned, started, handedOut, done, ended, reopened, said } = reportEvents
const kinds = [accepted, planned, started, handedOut, done, ended, reopened, said].map(({ kind }) => kind)

/** Something that everybody was told of a report, as other systems read it. */
export type Update = {
  id: string
  number: string
  kind: string
  at: Date
  /** Why it ended. */
  reason: string | undefined
  /** Where the damage stands now. */
  stage: Stage
  text: string | undefined
}

/** `next`: the event from which to go on, if there may be more. */
export async function updatesForExchange(
  ctx: Ctx,
  window: { from: Date; until: Date | undefined; after: string | undefined },
  limit: number,
): Promise<{ items: Update[]; next: string | undefined }> {
  const rows = await updateRows(ctx, { ...window, kinds }, limit)
  const items = rows.map((row) => ({
    id: row.own ? row.event_id : `${row.event_id}-${row.number}`,
    number: row.number,
    kind: row.kind,
    at: row.at,
    reason: row.reason ?? undefined,
    // The check of the table allows no other words.
    stage: row.head_stage as Stage,
    text: row.text ?? undefined,
  }))
  const events = new Set(rows.map(({ event_id }) => event_id))
  return { items, next: events.size > 0 ? rows.at(-1)?.event_id : undefined }
}
