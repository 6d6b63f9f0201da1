import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { type FileKind, Taken } from './file.rules.ts'
import type { Owner } from './owner.ts'

/** An upload in parts: `received` of `length` bytes are in the store, in the objects named `parts`. */
export type Upload = {
  id: string
  name: string
  kinds: FileKind[]
  length: number
  received: number
  parts: string[]
  owner: Owner
  taken: Taken | undefined
  createdAt: Date
}

export const insertUpload = (ctx: Ctx, upload: Omit<Upload, 'received' | 'parts' | 'createdAt'>) =>
  ctx.db
    .insertInto('core.upload')
    .values({
      tenant_id: ctx.town.id,
      id: upload.id,
      name: upload.name,
      kinds: upload.kinds,
      length: upload.length,
      owner_account_id: upload.owner.accountId ?? null,
      owner_hash: upload.owner.hash ?? null,
      taken: upload.taken ? JSON.stringify(upload.taken) : null,
      created_at: ctx.now(),
    })
    .execute()

export async function uploadById(ctx: Ctx, id: string): Promise<Upload | undefined> {
  const row = await ctx.db
    .selectFrom('core.upload')
    .select(['id', 'name', 'kinds', 'length', 'received', 'parts', 'owner_account_id', 'owner_hash', 'taken', 'created_at'])
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { owner_account_id, owner_hash, created_at, kinds, taken, ...rest } = row
  return {
    ...rest,
    // Only insertUpload writes them.
    kinds: kinds as FileKind[],
    owner: { accountId: owner_account_id ?? undefined, hash: owner_hash ?? undefined },
    taken: taken === null ? undefined : Taken.parse(taken),
    createdAt: created_at,
  }
}

/** Adds a part that begins at `offset`. False when somebody else has added one there meanwhile. */
export async function addPart(ctx: Ctx, id: string, offset: number, size: number, part: string): Promise<boolean> {
  const row = await ctx.db
    .updateTable('core.upload')
    .set({ received: offset + size, parts: sql<string[]>`parts || ${part}::text` })
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', id)
    .where('received', '=', offset)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const deleteUpload = (ctx: Ctx, id: string) =>
  ctx.db.deleteFrom('core.upload').where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

export async function uploadsBefore(ctx: Ctx, before: Date, limit: number): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('core.upload')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('created_at', '<', before)
    .orderBy('created_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
