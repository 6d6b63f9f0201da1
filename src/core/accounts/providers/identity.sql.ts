import type { Ctx } from '#platform/context.ts'

export type Identity = { issuer: string; subject: string; provider: string; createdAt: Date; usedAt: Date | null }

export async function identitiesOf(ctx: Ctx, accountId: string): Promise<Identity[]> {
  const rows = await ctx.db
    .selectFrom('core.identity')
    .select(['issuer', 'subject', 'provider', 'created_at', 'used_at'])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .limit(50)
    .execute()
  return rows.map(({ created_at, used_at, ...row }) => ({ ...row, createdAt: created_at, usedAt: used_at }))
}

export async function accountOfIdentity(ctx: Ctx, issuer: string, subject: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('core.identity')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.account_id
}

/** False when the identity belongs to an account already. */
export async function insertIdentity(
  ctx: Ctx,
  identity: { issuer: string; subject: string; provider: string; accountId: string },
): Promise<boolean> {
  const row = await ctx.db
    .insertInto('core.identity')
    .values({
      issuer: identity.issuer,
      subject: identity.subject,
      provider: identity.provider,
      account_id: identity.accountId,
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doNothing())
    .returning('account_id')
    .executeTakeFirst()
  return row !== undefined
}

export const markIdentityUsed = (ctx: Ctx, issuer: string, subject: string) =>
  ctx.db.updateTable('core.identity').set({ used_at: ctx.now() }).where('issuer', '=', issuer).where('subject', '=', subject).execute()

export async function deleteIdentities(ctx: Ctx, accountId: string, provider?: string): Promise<number> {
  const query = ctx.db.deleteFrom('core.identity').where('account_id', '=', accountId)
  const result = await (provider ? query.where('provider', '=', provider) : query).executeTakeFirst()
  return Number(result.numDeletedRows)
}
