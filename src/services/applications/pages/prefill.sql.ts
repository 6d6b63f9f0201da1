import type { Ctx } from '#platform/context.ts'

export async function emailOfPerson(ctx: Ctx, personId: string): Promise<string | undefined> {
  const row = await ctx.db
    .selectFrom('core.person')
    .select('email')
    .where('tenant_id', '=', ctx.town.id)
    .where('id', '=', personId)
    .executeTakeFirst()
  return row?.email ?? undefined
}
