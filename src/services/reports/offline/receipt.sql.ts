import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

const table = 'services.report_receipt'

export type Receipt = { caseId: string; contentHash: Buffer }

/** What came of this key, if it was sent before. Of two that ask at once the second waits for the first. */
export async function receiptOf(ctx: Ctx, clientKey: string): Promise<Receipt | undefined> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`report receipt ${ctx.town.id} ${clientKey}`}, 0))`.execute(ctx.db)
  const row = await ctx.db
    .selectFrom(table)
    .select(['case_id', 'content_hash'])
    .where('tenant_id', '=', ctx.town.id)
    .where('client_key', '=', clientKey)
    .executeTakeFirst()
  return row && { caseId: row.case_id, contentHash: row.content_hash }
}

export const insertReceipt = (ctx: Ctx, clientKey: string, { caseId, contentHash }: Receipt) =>
  ctx.db
    .insertInto(table)
    .values({ tenant_id: ctx.town.id, client_key: clientKey, case_id: caseId, content_hash: contentHash, received_at: ctx.now() })
    .execute()

/** Removes at most `limit`, oldest first; how many it were. */
export async function deleteReceiptsBefore(ctx: Ctx, before: Date, limit: number): Promise<number> {
  const result = await ctx.db
    .deleteFrom(table)
    .where('tenant_id', '=', ctx.town.id)
    .where('client_key', 'in', (q) =>
      q
        .selectFrom(table)
        .select('client_key')
        .where('tenant_id', '=', ctx.town.id)
        .where('received_at', '<', before)
        .orderBy('received_at')
        .limit(limit),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
