import type { Ctx } from '#platform/context.ts'
import type { Audience, TimelineEntry } from './case.rules.ts'

/** What happened to a case, oldest first, as far as `audience` may know: texts, photos, who did it. */
export async function timelineOf(ctx: Ctx, caseId: string, audience: Audience): Promise<TimelineEntry[]> {
  throw new Error('not yet')
}
