import { record } from '#core/memory/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { providerEvents } from '../payment.events.ts'
import { dropProvider, providerSetting, putProvider } from './setting.ts'

export const MANAGE_PAYMENTS = 'payment.manage'

/** From now on fees can be paid online with this key. It is sealed, and never shown again. */
export async function setProvider(ctx: Ctx, { key }: { key: string }): Promise<Result<true, 'notAllowed'>> {
  if (!may(ctx, MANAGE_PAYMENTS)) return refuse('notAllowed')
  await putProvider(ctx, key)
  await record(ctx, providerEvents.changed, { about: [{ type: 'town', id: ctx.town.id }], data: {} })
  return ok(true)
}

/** Nothing can be paid online any more. What was paid stays; what is on its way is not asked for any more. */
export async function removeProvider(ctx: Ctx): Promise<Result<true, 'notAllowed'>> {
  if (!may(ctx, MANAGE_PAYMENTS)) return refuse('notAllowed')
  if (!(await providerSetting(ctx))) return ok(true)
  await dropProvider(ctx)
  await record(ctx, providerEvents.removed, { about: [{ type: 'town', id: ctx.town.id }], data: {} })
  return ok(true)
}
