import { type Selectable, sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { CoreApiKey } from '#platform/db/schema.generated.ts'
import type { ApiKey } from './api-key.rules.ts'

const columns = ['id', 'name', 'beginning', 'scopes', 'unit_id', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'] as const

const keyFrom = (row: Pick<Selectable<CoreApiKey>, (typeof columns)[number]>): ApiKey => ({
  id: row.id,
  name: row.name,
  beginning: row.beginning,
  scopes: row.scopes,
  unitId: row.unit_id ?? undefined,
  createdAt: row.created_at,
  expiresAt: row.expires_at ?? undefined,
  lastUsedAt: row.last_used_at ?? undefined,
  revokedAt: row.revoked_at ?? undefined,
})

const all = (ctx: Ctx) => ctx.db.selectFrom('core.api_key').select(columns).where('tenant_id', '=', ctx.town.id)

export async function keyByHash(ctx: Ctx, hash: Buffer): Promise<ApiKey | undefined> {
  const row = await all(ctx).where('key_hash', '=', hash).executeTakeFirst()
  return row && keyFrom(row)
}

export async function apiKeyById(ctx: Ctx, id: string): Promise<ApiKey | undefined> {
  const row = await all(ctx).where('id', '=', id).executeTakeFirst()
  return row && keyFrom(row)
}

/** As `apiKeyById`, held for this transaction. */
export async function lockKey(ctx: Ctx, id: string): Promise<ApiKey | undefined> {
  const row = await all(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && keyFrom(row)
}

/** Newest first, `limit` at most, those that were issued before the key with the id `before`. */
export async function apiKeys(ctx: Ctx, { before, limit }: { before?: string | undefined; limit: number }): Promise<ApiKey[]> {
  const query = all(ctx).orderBy('id', 'desc').limit(limit)
  return (await (before ? query.where('id', '<', before) : query).execute()).map(keyFrom)
}

/** One key after the other in a town, so that two at once do not both take the last place. */
export const inTurn = (ctx: Ctx) => sql`SELECT pg_advisory_xact_lock(hashtextextended(${`keys ${ctx.town.id}`}, 0))`.execute(ctx.db)

/** Neither revoked nor over. */
export async function countOpenKeys(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom('core.api_key')
    .select((q) => q.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', ctx.town.id)
    .where('revoked_at', 'is', null)
    .where((q) => q.or([q('expires_at', 'is', null), q('expires_at', '>', ctx.now())]))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export const insertKey = (ctx: Ctx, it: ApiKey, hash: Buffer) =>
  ctx.db
    .insertInto('core.api_key')
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      name: it.name,
      key_hash: hash,
      beginning: it.beginning,
      scopes: [...it.scopes],
      unit_id: it.unitId ?? null,
      created_at: it.createdAt,
      expires_at: it.expiresAt ?? null,
    })
    .execute()

export const changeKey = (ctx: Ctx, id: string, changes: { name?: string; revoked_at?: Date; last_used_at?: Date }) =>
  ctx.db.updateTable('core.api_key').set(changes).where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()
