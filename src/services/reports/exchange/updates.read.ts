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
  const items = rows.flatMap((row): Update[] => {
    const { event_id, number, own, kind, at, reason, head_stage, text } = row
    if (number === null) return []
    // The check of the table allows no other words for a stage.
    const told = { kind, at, reason: reason ?? undefined, stage: head_stage as Stage, text: text ?? undefined }
    return [{ id: own ? event_id : `${event_id}-${number}`, number, ...told }]
  })
  return { items, next: rows.at(-1)?.event_id }
}
