import type { Ctx } from '#platform/context.ts'
import type { GoneDraft } from './draft.sql.ts'
import { countGone } from './figures/count.sql.ts'
import { removeDraftFiles } from './pages/draft-files.ts'

/** Drafts that were deleted without being sent go with their files; on which page they were left is counted. */
export async function afterDrafts(ctx: Ctx, gone: readonly GoneDraft[]): Promise<void> {
  await countGone(ctx, gone)
  for (const { id } of gone) await removeDraftFiles(ctx, id)
}
