import { record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { PageCode, PageText } from './page.rules.ts'
import { deletePage, upsertPage } from './page.sql.ts'
import { TownPageChanged } from './town.rules.ts'

/** The right to write the town's own pages. */
export const WRITE_PAGES = 'town.pages'

/** Writes one of the town's pages; without any text the catalogue's comes back. Refuses: `notAllowed`. */
export async function writePage(
  ctx: Ctx,
  { page, de, en }: PageText & { page: PageCode },
): Promise<Result<{ page: PageCode }, 'notAllowed'>> {
  if (!may(ctx, WRITE_PAGES)) return refuse('notAllowed')
  if (de || en) await upsertPage(ctx, page, { de, en })
  else await deletePage(ctx, page)
  await record(ctx, TownPageChanged, { about: [{ type: 'town', id: ctx.town.id }], data: { page } })
  return ok({ page })
}
