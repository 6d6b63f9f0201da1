import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import type { Answer } from './idempotency.ts'

/** True when this transaction now holds the key; another that holds it is still running. */
export async function tryLock(ctx: Ctx, key: string): Promise<boolean> {
  const { rows } = await sql<{
    held: boolean
  }>`SELECT pg_try_advisory_xact_lock(hashtextextended(${`${ctx.town.id} ${key}`}, 0)) AS held`.execute(ctx.db)
  return rows[0]?.held === true
}

export const storedAnswer = (ctx: Ctx, key: string) =>
  ctx.db
    .selectFrom('platform.idempotency')
    .select(['content_hash', 'status', 'location', 'body', 'cookies'])
    .where('tenant_id', '=', ctx.town.id)
    .where('key', '=', key)
    .executeTakeFirst()

export const storeAnswer = (ctx: Ctx, key: string, hash: Buffer, { cookies, ...answer }: Answer) =>
  ctx.db
    .insertInto('platform.idempotency')
    .values({ tenant_id: ctx.town.id, key, content_hash: hash, ...answer, cookies: JSON.stringify(cookies), created_at: ctx.now() })
    .execute()

export async function deleteAnswersBefore(ctx: Ctx, before: Date): Promise<number> {
  const result = await ctx.db
    .deleteFrom('platform.idempotency')
    .where('tenant_id', '=', ctx.town.id)
    .where('created_at', '<', before)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
