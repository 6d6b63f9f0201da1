import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Account } from '../account.rules.ts'

const find = async (ctx: Ctx, accountId: string): Promise<string | undefined> => {
  const row = await ctx.db
    .selectFrom('core.person')
    .select('id')
    .where('tenant_id', '=', ctx.town.id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return row?.id
}

/** The id of the account's person in this town; made when she comes for the first time. */
export async function personOf(ctx: Ctx, account: Pick<Account, 'id' | 'name' | 'email' | 'locale'>): Promise<string> {
  const known = await find(ctx, account.id)
  if (known) return known
  const made = await ctx.db
    .insertInto('core.person')
    .values({
      tenant_id: ctx.town.id,
      id: newId(),
      account_id: account.id,
      name: account.name,
      email: account.email,
      locale: account.locale,
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  const id = made?.id ?? (await find(ctx, account.id))
  if (!id) throw new Error('the person of an account was neither found nor made')
  return id
}

/** The town's copy of what the account says; returns the person's id where there is one. */
export async function updatePerson(
  ctx: Ctx,
  accountId: string,
  values: { name: string; email: string; locale: string },
): Promise<string | undefined> {
  const row = await ctx.db
    .updateTable('core.person')
    .set(values)
    .where('tenant_id', '=', ctx.town.id)
    .where('account_id', '=', accountId)
    .where('anonymised_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Takes name and ways to reach her out of the town's row and ends her memberships; undefined when she is not known here. */
export async function anonymisePerson(ctx: Ctx, accountId: string): Promise<string | undefined> {
  const row = await ctx.db
    .updateTable('core.person')
    .set({ name: '–', email: null, phone: null, anonymised_at: ctx.now() })
    .where('tenant_id', '=', ctx.town.id)
    .where('account_id', '=', accountId)
    .where('anonymised_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (row)
    await ctx.db
      .updateTable('core.membership')
      .set({ until: ctx.now() })
      .where('tenant_id', '=', ctx.town.id)
      .where('person_id', '=', row.id)
      .where('until', 'is', null)
      .execute()
  return row?.id
}

export const personFacts = (ctx: Ctx, accountId: string) =>
  ctx.db
    .selectFrom('core.person')
    .select(['id', 'name', 'email', 'phone', 'locale', 'created_at'])
    .where('tenant_id', '=', ctx.town.id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()

/** Towns have no town, so all of them are seen from everywhere. */
export async function allTownIds(ctx: Ctx): Promise<string[]> {
  return (await ctx.db.selectFrom('core.town').select('id').execute()).map((row) => row.id)
}
