import { organisationsOf } from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import type { Publisher } from './dcat.rules.ts'

/** The town hall, as it presents itself to everybody. */
export async function publisherOf(ctx: Ctx): Promise<Publisher> {
  const [authority] = await organisationsOf(ctx, ['authority'], { limit: 1 })
  return { name: authority?.name ?? ctx.town.name, email: authority?.email, phone: authority?.phone }
}
