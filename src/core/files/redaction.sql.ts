import type { Ctx } from '#platform/context.ts'
import type { Box } from './redaction.rules.ts'

/** Which boxes a picture shows, and the picture without them. */
export type Redaction = { fileId: string; originalId: string; boxes: readonly Box[] }

const table = 'core.file_redaction'

export async function redactionsIn(ctx: Ctx, fileIds: readonly string[]): Promise<Redaction[]> {
  if (fileIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom(table)
    .select(['file_id', 'original_id', 'boxes'])
    .where('tenant_id', '=', ctx.town.id)
    .where('file_id', 'in', [...fileIds])
    .execute()
  return rows.map((row) => ({ fileId: row.file_id, originalId: row.original_id, boxes: row.boxes as Box[] }))
}

export const originalsOf = async (ctx: Ctx, fileIds: readonly string[]): Promise<string[]> =>
  (await redactionsIn(ctx, fileIds)).map(({ originalId }) => originalId)

export const insertRedaction = (ctx: Ctx, it: Redaction) =>
  ctx.db
    .insertInto(table)
    .values({
      tenant_id: ctx.town.id,
      file_id: it.fileId,
      original_id: it.originalId,
      boxes: JSON.stringify(it.boxes),
      made_by: ctx.actor.personId ?? null,
      made_at: ctx.now(),
    })
    .execute()

export const deleteRedaction = (ctx: Ctx, fileId: string) =>
  ctx.db.deleteFrom(table).where('tenant_id', '=', ctx.town.id).where('file_id', '=', fileId).execute()
