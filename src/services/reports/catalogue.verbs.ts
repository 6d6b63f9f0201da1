import type { Ctx } from '#platform/context.ts'
import type { Result } from '#platform/result.ts'
import type { Category, CategoryGroup, CategoryInput, GroupInput } from './category.rules.ts'

type Refused = 'notAllowed' | 'unknown'

/** Creates (without id) or changes a category. The code of one that exists stays. */
export async function saveCategory(
  ctx: Ctx,
  input: CategoryInput & { id?: string | undefined },
): Promise<Result<Category, Refused | 'codeTaken' | 'groupUnknown' | 'unitUnknown'>> {
  throw new Error('not yet')
}

/** No new reports in it; the old ones keep it. `open: true` takes that back. */
export async function closeCategory(ctx: Ctx, input: { id: string; open?: boolean }): Promise<Result<Category, Refused>> {
  throw new Error('not yet')
}

/** One place up or down within its group. */
export async function orderCategory(ctx: Ctx, input: { id: string; move: 'up' | 'down' }): Promise<Result<Category, Refused>> {
  throw new Error('not yet')
}

export async function saveGroup(ctx: Ctx, input: GroupInput): Promise<Result<CategoryGroup, Refused>> {
  throw new Error('not yet')
}

/** Removes an empty group. */
export async function removeGroup(ctx: Ctx, input: { code: string }): Promise<Result<{ code: string }, Refused | 'groupInUse'>> {
  throw new Error('not yet')
}

export async function orderGroup(ctx: Ctx, input: { code: string; move: 'up' | 'down' }): Promise<Result<CategoryGroup, Refused>> {
  throw new Error('not yet')
}
