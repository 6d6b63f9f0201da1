import type { Ctx } from '#platform/context.ts'
import type { PageCode, PageText } from './page.rules.ts'

/** What the town wrote itself, by page. Pages it wrote nothing for are missing. */
export async function ownPages(ctx: Ctx): Promise<Map<PageCode, PageText>> {
  const rows = await ctx.db.selectFrom('core.town_page').select(['code', 'text']).where('tenant_id', '=', ctx.town.id).execute()
  return new Map(rows.map((row) => [row.code as PageCode, row.text as PageText]))
}

export const upsertPage = (ctx: Ctx, code: PageCode, text: PageText) =>
  ctx.db
    .insertInto('core.town_page')
    .values({ tenant_id: ctx.town.id, code, text: JSON.stringify(text), changed_at: ctx.now() })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'code']).doUpdateSet({ text: JSON.stringify(text), changed_at: ctx.now() }))
    .execute()

export const deletePage = (ctx: Ctx, code: PageCode) =>
  ctx.db.deleteFrom('core.town_page').where('tenant_id', '=', ctx.town.id).where('code', '=', code).execute()
