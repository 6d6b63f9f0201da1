import type { Ctx } from '#platform/context.ts'
import { reportEvents } from '../report.events.ts'

/** Of each photo that moderators hid or showed again, which of the two came last: by the picture before anything was blacked out. */
export async function lastShowings(ctx: Ctx, caseId: string): Promise<Map<string, boolean>> {
  const rows = await ctx.db
    .selectFrom('core.event_subject as s')
    .innerJoin('core.event as e', (join) => join.onRef('e.tenant_id', '=', 's.tenant_id').onRef('e.id', '=', 's.event_id'))
    .select(['e.kind', 'e.data'])
    .where('s.tenant_id', '=', ctx.town.id)
    .where('s.subject_type', '=', 'case')
    .where('s.subject_id', '=', caseId)
    .where('e.kind', 'in', [reportEvents.photoHidden.kind, reportEvents.photoShown.kind])
    .orderBy('s.event_id')
    .execute()
  return new Map(
    rows.flatMap(({ kind, data }) => {
      const { photoId } = data as { photoId?: string }
      return photoId ? [[photoId, kind === reportEvents.photoShown.kind] as const] : []
    }),
  )
}
