import { z } from 'zod'
import type { FormState } from '#design/index.ts'
import type { Ctx } from '#platform/context.ts'
import { blank, get, post } from '#platform/http/route.ts'
import {
  MANAGE_PAYMENTS,
  providerSetting,
  remindAfter,
  removeProvider,
  setProvider,
  setReminders,
  unknownAttempts,
} from '#services/payments/index.ts'
import { PROVIDER } from './paths.ts'
import { ProviderPage } from './provider.view.tsx'

const MOST_UNKNOWN = 20
const common = { may: MANAGE_PAYMENTS, audience: 'staff' } as const

export const providerRoutes = [
  get(PROVIDER, { ...common, show: (ctx) => providerPage(ctx, blank, undefined) }),
  post(PROVIDER, {
    ...common,
    // As Mollie writes its keys (docs.mollie.com/reference/authentication).
    form: z.object({
      key: z
        .string()
        .trim()
        .max(100)
        .regex(/^(live|test)_\w{30,90}$/, 'deskPayments.provider.key.wrong'),
    }),
    run: setProvider,
    done: () => ({ to: PROVIDER, flash: { kind: 'success', text: 'deskPayments.provider.saved' } }),
    again: (ctx, form) => providerPage(ctx, form, undefined),
  }),
  post(`${PROVIDER}/ende`, {
    ...common,
    form: z.object({}),
    run: removeProvider,
    done: () => ({ to: PROVIDER, flash: { kind: 'success', text: 'deskPayments.provider.removed' } }),
    again: (ctx, form) => providerPage(ctx, form, undefined),
  }),
  post(`${PROVIDER}/erinnerung`, {
    ...common,
    form: z.object({ days: z.coerce.number().int().min(0).max(90) }),
    run: setReminders,
    done: () => ({ to: PROVIDER, flash: { kind: 'success', text: 'deskPayments.reminders.saved' } }),
    again: (ctx, form) => providerPage(ctx, blank, form),
  }),
]

async function providerPage(ctx: Ctx, form: FormState, reminders: FormState | undefined) {
  const unknown = await unknownAttempts(ctx, { limit: MOST_UNKNOWN })
  const days = String(await remindAfter(ctx))
  const setting = await providerSetting(ctx)
  return <ProviderPage {...{ setting, unknown, form }} reminders={reminders ?? { input: { days }, errors: {} }} />
}
