import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Account } from './account.rules.ts'

const columns = [
  'id',
  'email',
  'name',
  'password_hash',
  'totp_secret',
  'totp_confirmed_at',
  'totp_last_step',
  'locale',
  'created_at',
  'demo_role',
] as const

const select = (ctx: Ctx) =>
  ctx.db.selectFrom('core.account').select(columns).where('deleted_at', 'is', null).where('blocked_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const accountOf = (row: Row): Account => ({
  id: row.id,
  email: row.email,
  name: row.name,
  passwordHash: row.password_hash,
  totpSecret: row.totp_secret,
  totpConfirmedAt: row.totp_confirmed_at,
  totpLastStep: row.totp_last_step === null ? null : Number(row.totp_last_step),
  locale: row.locale === 'en' ? 'en' : 'de',
  createdAt: row.created_at,
  demoRole: row.demo_role,
})

/** An account that may be used: neither blocked nor deleted. */
export async function accountByEmail(ctx: Ctx, email: string): Promise<Account | undefined> {
  const row = await select(ctx).where('email', '=', email).executeTakeFirst()
  return row && accountOf(row)
}

export async function accountById(ctx: Ctx, id: string): Promise<Account | undefined> {
  const row = await select(ctx).where('id', '=', id).executeTakeFirst()
  return row && accountOf(row)
}

/** Also by blocked accounts an address is taken. */
export async function isTaken(ctx: Ctx, email: string): Promise<boolean> {
  return (await ctx.db.selectFrom('core.account').select('id').where('email', '=', email).executeTakeFirst()) !== undefined
}

/** Undefined when somebody has the address already. */
export async function insertAccount(
  ctx: Ctx,
  account: Pick<Account, 'email' | 'name' | 'passwordHash' | 'locale'>,
): Promise<string | undefined> {
  const row = await ctx.db
    .insertInto('core.account')
    .values({
      id: newId(),
      email: account.email,
      email_confirmed_at: ctx.now(),
      name: account.name,
      password_hash: account.passwordHash,
      locale: account.locale,
      created_at: ctx.now(),
    })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export type AccountChange = Partial<{
  email: string
  name: string
  locale: string
  password_hash: string | null
  totp_secret: string | null
  totp_confirmed_at: Date | null
  totp_last_step: number | null
}>

export const updateAccount = (ctx: Ctx, id: string, change: AccountChange) =>
  ctx.db.updateTable('core.account').set(change).where('id', '=', id).execute()

/** Takes everything personal out of the row and lets nobody in any more. */
export const emptyAccount = (ctx: Ctx, id: string) =>
  ctx.db
    .updateTable('core.account')
    .set({
      email: `${id}@deleted.invalid`,
      name: '–',
      password_hash: null,
      totp_secret: null,
      totp_confirmed_at: null,
      totp_last_step: null,
      operator: false,
      demo_role: null,
      blocked_at: ctx.now(),
      deleted_at: ctx.now(),
    })
    .where('id', '=', id)
    .execute()

/** For the worker, which must also know accounts that are gone. */
export const accountState = (ctx: Ctx, id: string) =>
  ctx.db.selectFrom('core.account').select(['id', 'email', 'name', 'locale', 'deleted_at']).where('id', '=', id).executeTakeFirst()

export async function forgetDeletedAccounts(ctx: Ctx, before: Date): Promise<void> {
  await ctx.db.deleteFrom('core.account').where('deleted_at', '<', before).execute()
}

export type DemoAccountRow = { id: string; name: string; role: string }

/** The accounts that the demo offers to whoever comes, those with a person in this town. */
export async function demoAccounts(ctx: Ctx): Promise<DemoAccountRow[]> {
  const rows = await ctx.db
    .selectFrom('core.account as a')
    .innerJoin('core.person as p', (join) => join.onRef('p.account_id', '=', 'a.id').on('p.tenant_id', '=', ctx.town.id))
    .select(['a.id', 'a.name', 'a.demo_role'])
    .where('a.demo_role', 'is not', null)
    .where('a.blocked_at', 'is', null)
    .orderBy('a.created_at')
    .orderBy('a.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, role: row.demo_role ?? '' }))
}
