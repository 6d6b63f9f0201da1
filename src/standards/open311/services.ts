import type { Ctx } from '#platform/context.ts'
import { categories, categoryGroups } from '#services/reports/index.ts'
import type { Answered } from './call.ts'
import { definitionOf, offered, serviceOf } from './service.rules.ts'

export async function services(ctx: Ctx): Promise<Answered> {
  const groups = new Map((await categoryGroups(ctx)).map((group) => [group.code, group]))
  return { root: 'services', value: offered(await categories(ctx)).map((category) => serviceOf(category, groups, ctx.locale)) }
}

/** A service without questions has a definition as well, with nothing in it. */
export async function definition(ctx: Ctx, { name }: { name: string }): Promise<Answered> {
  const category = offered(await categories(ctx)).find(({ code }) => code === name)
  if (!category) return { errors: [{ name: 'service' }] }
  return { root: 'service_definition', value: definitionOf(category, ctx.locale) }
}
