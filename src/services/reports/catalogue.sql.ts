import type { Ctx } from '#platform/context.ts'
import type { Category, CategoryGroup } from './category.rules.ts'

/** In the order in which the form shows them; closed ones only if asked for. */
export async function categories(ctx: Ctx, { closed = false }: { closed?: boolean } = {}): Promise<Category[]> {
  throw new Error('not yet')
}

export async function categoryGroups(ctx: Ctx): Promise<CategoryGroup[]> {
  throw new Error('not yet')
}

/** By id or code. */
export async function categoryBy(ctx: Ctx, idOrCode: string): Promise<Category | undefined> {
  throw new Error('not yet')
}
