import type { Ctx } from '#platform/context.ts'
import { Draft } from './draft.rules.ts'

const table = 'services.report_draft'

export type StoredDraft = { id: string; draft: Draft /** Of the report it has become. */; number: string | undefined }

export async function draftById(ctx: Ctx, id: string, lock = false): Promise<StoredDraft | undefined> {
  const found = ctx.db.selectFrom(table).select(['id', 'data', 'number']).where('tenant_id', '=', ctx.town.id).where('id', '=', id)
  const row = await (lock ? found.forUpdate() : found).executeTakeFirst()
  return row && { id: row.id, draft: Draft.parse(row.data), number: row.number ?? undefined }
}

export const insertDraft = (ctx: Ctx, id: string, draft: Draft) =>
  ctx.db
    .insertInto(table)
    .values({ tenant_id: ctx.town.id, id, data: JSON.stringify(draft), number: null, created_at: ctx.now() })
    .execute()

export const updateDraft = (ctx: Ctx, id: string, draft: Draft, number: string | null = null) =>
  ctx.db
    .updateTable(table)
    .set({ data: JSON.stringify(draft), number })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()

export const deleteDraftsBefore = (ctx: Ctx, before: Date) =>
  ctx.db.deleteFrom(table).where('tenant_id', '=', ctx.town.id).where('created_at', '<', before).execute()
