import type { Ctx } from '#platform/context.ts'
import { LetterHead, plainHead } from './letter-head.rules.ts'

/** What stands on the letters of the town; its bare name before anybody has written more. */
export async function letterHead(ctx: Ctx): Promise<LetterHead> {
  const row = await ctx.db.selectFrom('services.letter_head').select('content').where('tenant_id', '=', ctx.town.id).executeTakeFirst()
  return row ? LetterHead.parse(row.content) : plainHead(ctx.town.name)
}

export async function putLetterHead(ctx: Ctx, head: LetterHead): Promise<void> {
  const values = { content: JSON.stringify(head), changed_at: ctx.now(), changed_by: ctx.actor.personId ?? null }
  await ctx.db
    .insertInto('services.letter_head')
    .values({ tenant_id: ctx.town.id, ...values })
    .onConflict((known) => known.column('tenant_id').doUpdateSet(values))
    .execute()
}
