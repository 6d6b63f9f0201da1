import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { seal, unseal } from '#platform/keys.ts'
import { newTotpSecret, totpAddress } from './totp.ts'

const SetUp = z.object({ secret: z.string().regex(/^[A-Z2-7]{32}$/), accountId: z.string(), until: z.number() })
const MINUTES = 30

/** A secret for the app, sealed into the form until it is confirmed: a GET writes nothing. Keeps the one that was begun with. */
export function newSetUp(ctx: Ctx, email: string, begun?: string): { sealed: string; secret: string; address: string } {
  const secret = openSetUp(ctx, begun) ?? newTotpSecret()
  const until = ctx.now().getTime() + MINUTES * 60_000
  return {
    sealed: seal('accounts/totp-set-up', { secret, accountId: ctx.actor.accountId, until }),
    secret,
    address: totpAddress(secret, email, ctx.town.name),
  }
}

/** The secret out of the form, if it was begun by this account not long ago. */
export function openSetUp(ctx: Ctx, sealed: string | undefined): string | undefined {
  const parsed = SetUp.safeParse(unseal('accounts/totp-set-up', sealed))
  if (!parsed.success || parsed.data.until < ctx.now().getTime() || parsed.data.accountId !== ctx.actor.accountId) return undefined
  return parsed.data.secret
}
