import type { Ctx } from '#platform/context.ts'
import type { SavedFilter } from './list.rules.ts'

export async function filtersFor(ctx: Ctx, kind: string, personId: string, unitIds: readonly string[]): Promise<SavedFilter[]> {
  const rows = await ctx.db
    .selectFrom('services.saved_filter')
    .select(['id', 'name', 'query', 'person_id', 'shared_unit_id'])
    .where('tenant_id', '=', ctx.town.id)
    .where('kind', '=', kind)
    .where((either) =>
      either.or([either('person_id', '=', personId), ...(unitIds.length ? [either('shared_unit_id', 'in', [...unitIds])] : [])]),
    )
    .orderBy('name')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    query: row.query,
    shared: row.shared_unit_id !== null,
    own: row.person_id === personId,
  }))
}

export const insertFilter = (ctx: Ctx, kind: string, personId: string, it: SavedFilter, sharedUnitId: string | undefined) =>
  ctx.db
    .insertInto('services.saved_filter')
    .values({
      tenant_id: ctx.town.id,
      person_id: personId,
      id: it.id,
      kind,
      name: it.name,
      query: it.query,
      shared_unit_id: sharedUnitId ?? null,
      created_at: ctx.now(),
    })
    .execute()

export async function deleteFilter(ctx: Ctx, personId: string, id: string): Promise<boolean> {
  const row = await ctx.db
    .deleteFrom('services.saved_filter')
    .where('tenant_id', '=', ctx.town.id)
    .where('person_id', '=', personId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
