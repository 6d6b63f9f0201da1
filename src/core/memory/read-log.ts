import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'

export type RecordRead = { subject: { type: string; id: string }; personId?: string | null; purpose: string }

/**
 * Keeps that a member of staff looked at somebody's data. A GET writes nothing itself, so this is written in a transaction
 * of its own; the answer waits for it, so nothing is shown that was not kept.
 */
export function noteRead(ctx: Ctx, { subject, personId = null, purpose }: RecordRead): void {
  const reader = ctx.actor.personId
  if (!reader || reader === personId) return
  ctx.afterCommit(() =>
    ctx.separately(async (writing) => {
      await writing.db
        .insertInto('core.record_read')
        .values({
          tenant_id: writing.town.id,
          id: newId(),
          at: writing.now(),
          reader_person_id: reader,
          reader_role: writing.actor.organisation?.name ?? 'staff',
          subject_type: subject.type,
          subject_id: subject.id,
          person_id: personId,
          purpose,
        })
        .execute()
    }),
  )
}
