import { redactionsOf } from '#core/files/index.ts'
import type { Ctx } from '#platform/context.ts'
import { lastShowings } from './hidden-photos.sql.ts'

/** Those of a case's photos that no moderator has taken from the public, or that were shown again since. */
export async function withoutHidden(ctx: Ctx, caseId: string, fileIds: readonly string[]): Promise<string[]> {
  const shown = await lastShowings(ctx, caseId)
  if (shown.size === 0) return [...fileIds]
  const redactions = await redactionsOf(ctx, fileIds)
  return fileIds.filter((id) => shown.get(redactions.get(id)?.originalId ?? id) !== false)
}
