import type { Ctx } from '#platform/context.ts'

const table = 'services.outside_receipt'

/**
 * False when this person sent the key before. Of two that ask at once the second waits for the first; a refused transaction leaves no
 * receipt.
 */
export async function claimKey(ctx: Ctx, key: string, personId: string, caseId: string): Promise<boolean> {
  const row = await ctx.db
    .insertInto(table)
    .values({ tenant_id: ctx.town.id, person_id: personId, client_key: key, case_id: caseId, received_at: ctx.now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('client_key')
    .executeTakeFirst()
  return row !== undefined
}

/** Removes at most `limit`, oldest first; how many it were. */
export async function deleteReceiptsBefore(ctx: Ctx, before: Date, limit: number): Promise<number> {
  const result = await ctx.db
    .deleteFrom(table)
    .where('tenant_id', '=', ctx.town.id)
    .where((q) =>
      q(
        q.refTuple('person_id', 'client_key'),
        'in',
        q
          .selectFrom(table)
          .select(['person_id', 'client_key'])
          .where('tenant_id', '=', ctx.town.id)
          .where('received_at', '<', before)
          .orderBy('received_at')
          .limit(limit)
          .$asTuple('person_id', 'client_key'),
      ),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
