import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { SavedFilter } from './list.rules.ts'
import { deleteFilter, filtersFor, insertFilter } from './saved-filter.sql.ts'
import { workingUnits } from './unit.sql.ts'

const MOST = 50

/** Own ones and those that the units share, of the list of one kind of cases. */
export async function savedFilters(ctx: Ctx, kind: string): Promise<SavedFilter[]> {
  if (!ctx.actor.personId) return []
  return await filtersFor(ctx, kind, ctx.actor.personId, await workingUnits(ctx))
}

/** Keeps a view; `share` gives it to everybody in the person's first unit. */
export async function saveFilter(
  ctx: Ctx,
  input: { kind: string; name: string; query: string; share: boolean },
): Promise<Result<SavedFilter, 'tooManyFilters' | 'notAllowed'>> {
  const { personId, unitIds } = ctx.actor
  if (!personId || unitIds.length === 0) return refuse('notAllowed')
  if ((await filtersFor(ctx, input.kind, personId, [])).length >= MOST) return refuse('tooManyFilters')
  const filter = { id: newId(ctx.now().getTime()), name: input.name, query: input.query, shared: input.share, own: true }
  await insertFilter(ctx, input.kind, personId, filter, input.share ? unitIds[0] : undefined)
  return ok(filter)
}

export async function removeFilter(ctx: Ctx, input: { id: string }): Promise<Result<{ id: string }, 'unknown'>> {
  const gone = ctx.actor.personId !== undefined && (await deleteFilter(ctx, ctx.actor.personId, input.id))
  return gone ? ok({ id: input.id }) : refuse('unknown')
}
