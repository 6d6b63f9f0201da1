import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { PasskeyKey } from './webauthn.ts'

export type Passkey = { id: string; name: string; rpId: string; createdAt: Date; usedAt: Date | null }

export async function passkeysOf(ctx: Ctx, accountId: string): Promise<(Passkey & { credentialId: string })[]> {
  const rows = await ctx.db
    .selectFrom('core.passkey')
    .select(['id', 'name', 'rp_id', 'created_at', 'used_at', 'credential_id'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    rpId: row.rp_id,
    createdAt: row.created_at,
    usedAt: row.used_at,
    credentialId: row.credential_id,
  }))
}

/** False when this passkey is known already. */
export async function insertPasskey(
  ctx: Ctx,
  { accountId, name, rpId, key }: { accountId: string; name: string; rpId: string; key: PasskeyKey },
): Promise<boolean> {
  const row = await ctx.db
    .insertInto('core.passkey')
    .values({
      id: newId(),
      account_id: accountId,
      credential_id: key.credentialId,
      public_key: key.publicKey,
      counter: key.counter,
      transports: key.transports,
      rp_id: rpId,
      name,
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Locked, so that its counter moves forward only. */
export async function passkeyByCredential(
  ctx: Ctx,
  credentialId: string,
): Promise<{ id: string; accountId: string; key: PasskeyKey } | undefined> {
  const row = await ctx.db
    .selectFrom('core.passkey')
    .select(['id', 'account_id', 'credential_id', 'public_key', 'counter', 'transports'])
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      accountId: row.account_id,
      key: { credentialId: row.credential_id, publicKey: row.public_key, counter: Number(row.counter), transports: row.transports },
    }
  )
}

export const markUsed = (ctx: Ctx, id: string, counter: number) =>
  ctx.db.updateTable('core.passkey').set({ counter, used_at: ctx.now() }).where('id', '=', id).execute()

export async function deletePasskey(ctx: Ctx, accountId: string, id: string): Promise<boolean> {
  const result = await ctx.db.deleteFrom('core.passkey').where('account_id', '=', accountId).where('id', '=', id).executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

export async function deletePasskeys(ctx: Ctx, accountId: string): Promise<void> {
  await ctx.db.deleteFrom('core.passkey').where('account_id', '=', accountId).execute()
}
