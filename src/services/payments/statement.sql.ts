import type { Ctx } from '#platform/context.ts'

export type TakenStatement = {
  id: string
  iban: string
  entries: number
  added: number
  matched: number
  takenAt: Date
  takenBy: string | undefined
}

/** False where the same file was taken before. */
export async function insertStatement(ctx: Ctx, it: TakenStatement & { fileHash: Buffer }): Promise<boolean> {
  const row = await ctx.db
    .insertInto('services.bank_statement')
    .values({
      tenant_id: ctx.town.id,
      id: it.id,
      file_hash: it.fileHash,
      iban: it.iban,
      entries: it.entries,
      added: it.added,
      matched: it.matched,
      taken_at: it.takenAt,
      taken_by: it.takenBy ?? null,
    })
    .onConflict((known) => known.columns(['tenant_id', 'file_hash']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const changeStatement = (ctx: Ctx, id: string, counts: { added: number; matched: number }) =>
  ctx.db.updateTable('services.bank_statement').set(counts).where('tenant_id', '=', ctx.town.id).where('id', '=', id).execute()

/** The newest first. */
export async function lastStatements(ctx: Ctx, limit: number): Promise<TakenStatement[]> {
  const rows = await ctx.db
    .selectFrom('services.bank_statement')
    .select(['id', 'iban', 'entries', 'added', 'matched', 'taken_at', 'taken_by'])
    .where('tenant_id', '=', ctx.town.id)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ taken_at, taken_by, ...row }) => ({ ...row, takenAt: taken_at, takenBy: taken_by ?? undefined }))
}
