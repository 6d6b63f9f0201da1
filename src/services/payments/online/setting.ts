import type { Ctx } from '#platform/context.ts'
import { seal, unseal } from '#platform/keys.ts'
import { mollie } from './mollie.ts'
import type { Provider } from './provider.rules.ts'

const SEAL = 'payments/provider'
let base = 'https://api.mollie.com/v2'

/** Called once by the composition where the installation names another address. */
export function useProviderAt(address: string): void {
  base = address
}

export type ProviderSetting = { kind: 'mollie'; keyEnd: string; changedAt: Date }

/** By whom the town is paid online; undefined where it has nobody, or where its key was sealed by another installation. */
export async function providerOf(ctx: Ctx): Promise<Provider | undefined> {
  const row = await own(ctx).select('sealed_key').executeTakeFirst()
  const key = unseal(SEAL, row?.sealed_key)
  return typeof key === 'string' ? mollie(key, base) : undefined
}

export const hasProvider = async (ctx: Ctx): Promise<boolean> => (await providerOf(ctx)) !== undefined

export async function providerSetting(ctx: Ctx): Promise<ProviderSetting | undefined> {
  const row = await own(ctx).select(['key_end', 'changed_at']).executeTakeFirst()
  return row && { kind: 'mollie', keyEnd: row.key_end, changedAt: row.changed_at }
}

export async function putProvider(ctx: Ctx, key: string): Promise<void> {
  const values = {
    kind: 'mollie',
    sealed_key: seal(SEAL, key),
    key_end: key.slice(-4),
    changed_at: ctx.now(),
    changed_by: ctx.actor.personId ?? null,
  }
  await ctx.db
    .insertInto('services.payment_provider')
    .values({ tenant_id: ctx.town.id, ...values })
    .onConflict((known) => known.column('tenant_id').doUpdateSet(values))
    .execute()
}

export const dropProvider = (ctx: Ctx) => ctx.db.deleteFrom('services.payment_provider').where('tenant_id', '=', ctx.town.id).execute()

const own = (ctx: Ctx) => ctx.db.selectFrom('services.payment_provider').where('tenant_id', '=', ctx.town.id)
