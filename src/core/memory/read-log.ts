import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'

export type RecordRead = { subject: { type: string; id: string }; personId?: string | null; purpose: string }

const waiting = new WeakMap<Ctx, RecordRead[]>()

/**
 * Keeps that a member of staff looked at somebody's data. A GET writes nothing itself, so this is written in a transaction
 * of its own, one for all that a page shows; the answer waits for it, so nothing is shown that was not kept.
 */
export function noteRead(ctx: Ctx, read: RecordRead): void {
  const reader = ctx.actor.personId
  if (!reader || reader === read.personId) return
  const noted = waiting.get(ctx)
  if (noted) return void noted.push(read)
  const reads = [read]
  waiting.set(ctx, reads)
  ctx.afterCommit(() => ctx.separately((writing) => insertReads(writing, reader, reads)))
}

/** Far below the number of values that one statement may carry. */
const AT_ONCE = 1_000

async function insertReads(ctx: Ctx, reader: string, reads: readonly RecordRead[]): Promise<void> {
  for (let from = 0; from < reads.length; from += AT_ONCE)
    await ctx.db
      .insertInto('core.record_read')
      .values(
        reads.slice(from, from + AT_ONCE).map(({ subject, personId = null, purpose }) => ({
          tenant_id: ctx.town.id,
          id: newId(),
          at: ctx.now(),
          reader_person_id: reader,
          reader_role: ctx.actor.organisation?.name ?? 'staff',
          subject_type: subject.type,
          subject_id: subject.id,
          person_id: personId,
          purpose,
        })),
      )
      .execute()
}
