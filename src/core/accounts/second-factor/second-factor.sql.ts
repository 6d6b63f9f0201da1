import type { Ctx } from '#platform/context.ts'

export async function replaceRecoveryCodes(ctx: Ctx, accountId: string, hashes: readonly Buffer[]): Promise<void> {
  await ctx.db.deleteFrom('core.recovery_code').where('account_id', '=', accountId).execute()
  if (hashes.length > 0)
    await ctx.db
      .insertInto('core.recovery_code')
      .values(hashes.map((hash) => ({ account_id: accountId, code_hash: hash })))
      .execute()
}

/** True when the code was there; it is gone afterwards. */
export async function useRecoveryCode(ctx: Ctx, accountId: string, hash: Buffer): Promise<boolean> {
  const result = await ctx.db
    .deleteFrom('core.recovery_code')
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .executeTakeFirst()
  return Number(result.numDeletedRows) > 0
}

export async function recoveryCodesLeft(ctx: Ctx, accountId: string): Promise<number> {
  const row = await ctx.db
    .selectFrom('core.recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Takes the step of a code, once: false when it or a later one was used before. */
export async function takeStep(ctx: Ctx, accountId: string, step: number): Promise<boolean> {
  const result = await ctx.db
    .updateTable('core.account')
    .set({ totp_last_step: step })
    .where('id', '=', accountId)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}
