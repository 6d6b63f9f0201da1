import { sql } from 'kysely'
import type { Ctx, Town } from '#platform/context.ts'
import { uuidPattern } from '#platform/ids.ts'
import type { TownSettings } from './town.rules.ts'

export type TownToInsert = Pick<Town, 'id' | 'slug' | 'name' | 'land' | 'colour' | 'bounds' | 'demo'> & {
  coatOfArms: string | undefined
  hosts: readonly string[]
}

export async function insertTown(ctx: Ctx, town: TownToInsert): Promise<void> {
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

/**
 * Runs `work` for a town that this transaction has just written, then turns back to the one before. Only `createTown` uses it:
 * nothing can be seen in a town that is not there for others yet.
 */
export async function insideNew<T>(ctx: Ctx, town: Town, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  await lookAt(ctx, town.id)
  const result = await work({ ...ctx, town })
  await lookAt(ctx, ctx.town.id)
  return result
}

async function lookAt(ctx: Ctx, townId: string): Promise<void> {
  if (!uuidPattern.test(townId)) throw new Error('a town id must be a UUID')
  await sql.raw(`SET LOCAL app.tenant_id = '${townId}'`).execute(ctx.db)
}

export type TownLine = { id: string; slug: string; name: string; land: string; hosts: string[]; demo: boolean; createdAt: Date }

/** Towns themselves have no town: the operator sees them all. */
export async function townLines(ctx: Ctx): Promise<TownLine[]> {
  const rows = await ctx.db
    .selectFrom('core.town')
    .select(['id', 'slug', 'name', 'land', 'hosts', 'demo', 'created_at'])
    .orderBy('name')
    .limit(1000)
    .execute()
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at }))
}

export const setHosts = (ctx: Ctx, townId: string, hosts: readonly string[]) =>
  ctx.db
    .updateTable('core.town')
    .set({ hosts: [...hosts] })
    .where('id', '=', townId)
    .execute()

/** The town of the context as its administration sees it; its row is locked when it is about to be changed. */
export async function ownTown(ctx: Ctx, lock = false) {
  const query = ctx.db
    .selectFrom('core.town')
    .select(['name', 'land', 'locales', 'colour', 'coat_of_arms', 'west', 'south', 'east', 'north', 'hosts'])
    .where('id', '=', ctx.town.id)
  return await (lock ? query.forUpdate() : query).executeTakeFirstOrThrow()
}

export const updateTown = (ctx: Ctx, settings: TownSettings) =>
  ctx.db.updateTable('core.town').set(settings).where('id', '=', ctx.town.id).execute()

export const setArms = (ctx: Ctx, arms: string | null) =>
  ctx.db.updateTable('core.town').set({ coat_of_arms: arms }).where('id', '=', ctx.town.id).execute()
