import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'
import { noOpening, type Opening } from './opening.rules.ts'

// What stands in the jsonb column went through opening.rules.ts.
const openingOf = (value: unknown): Opening => ({ ...noOpening, ...(value as Partial<Opening>) })

/** When the open organisations of the town are open, by id; those that said nothing are left out. At most 1000. */
export const openings = (ctx: Ctx): Promise<ReadonlyMap<string, Opening>> =>
  kept(ctx, 'organisation', 'openings', async () => {
    const rows = await ctx.db
      .selectFrom('core.organisation')
      .select(['id', 'opening'])
      .where('tenant_id', '=', ctx.town.id)
      .where('kind', 'in', ['authority', 'department', 'team'])
      .where('closed_at', 'is', null)
      .limit(1000)
      .execute()
    return new Map(rows.map(({ id, opening }) => [id, openingOf(opening)]))
  })

export async function openingById(ctx: Ctx, id: string): Promise<Opening> {
  const row = await ctx.db
    .selectFrom('core.organisation')
    .select('opening')
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return openingOf(row?.opening ?? {})
}

export const updateOpening = (ctx: Ctx, id: string, opening: Opening) =>
  ctx.db
    .updateTable('core.organisation')
    .set({ opening: JSON.stringify(opening) })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .execute()
