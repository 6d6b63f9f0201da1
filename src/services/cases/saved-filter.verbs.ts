import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'

/** A view of the work list; `query` is the part of the address after `?`. */
export type SavedFilter = { id: string; name: string; query: string; shared: boolean; own: boolean }

/** Own ones and those that the units share. */
export async function savedFilters(ctx: Ctx): Promise<SavedFilter[]> {
  throw new Error('not yet')
}

/** Keeps a view; `share` gives it to everybody in the person's first unit. */
export async function saveFilter(
  ctx: Ctx,
  input: { name: string; query: string; share: boolean },
): Promise<Result<SavedFilter, 'tooManyFilters' | 'notAllowed'>> {
  throw new Error('not yet')
}

export async function removeFilter(ctx: Ctx, input: { id: string }): Promise<Result<{ id: string }, 'unknown'>> {
  throw new Error('not yet')
}
