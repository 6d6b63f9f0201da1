import { sql } from 'kysely'
import type { Ctx, Town } from '#platform/context.ts'

export type NewTown = Pick<Town, 'id' | 'slug' | 'name' | 'land' | 'colour' | 'bounds' | 'demo'> & {
  coatOfArms: string | undefined
  hosts: readonly string[]
}

export async function insertTown(ctx: Ctx, town: NewTown): Promise<void> {
  const [west, south, east, north] = town.bounds ?? []
  await ctx.db
    .insertInto('core.town')
    .values({
      id: town.id,
      slug: town.slug,
      name: town.name,
      land: town.land,
      colour: town.colour ?? null,
      coat_of_arms: town.coatOfArms ?? null,
      west: west ?? null,
      south: south ?? null,
      east: east ?? null,
      north: north ?? null,
      hosts: [...town.hosts],
      demo: town.demo,
      created_at: ctx.now(),
    })
    .execute()
}

/** Building a whole town draws pictures between its statements; the time-out for forgotten transactions is not meant for it. */
export const allowLongWork = (ctx: Ctx) => sql`SET LOCAL idle_in_transaction_session_timeout = 0`.execute(ctx.db)
