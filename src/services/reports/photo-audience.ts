import { showTo } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Audience, Case } from '../cases/index.ts'
import { changeAudience } from '../cases/photo.sql.ts'

/** Who may see these photos from now on: the case's list of them and the files themselves say the same. */
export async function showPhotos(ctx: Ctx, of: Case, fileIds: readonly string[], audience: Audience): Promise<void> {
  if (fileIds.length === 0) return
  await changeAudience(ctx, of.id, fileIds, audience)
  await showTo(ctx, fileIds, { type: 'case', id: of.id }, audience)
}
