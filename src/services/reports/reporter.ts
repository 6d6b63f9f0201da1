import { personInTown } from '#core/accounts/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import type { PartyInput } from '../cases/party.verbs.ts'

/** Staff that types for somebody else: the phone, the counter. */
export const onBehalf = (ctx: Ctx, channel: string): boolean => channel !== 'web' && may(ctx, 'report.see')

/** Who is behind something that is sent: the person with an account, or what she says about herself. */
export async function senderOf(
  ctx: Ctx,
  input: { name?: string | undefined; email?: string | undefined; phone?: string | undefined; anonymous?: boolean; channel?: string },
): Promise<Pick<PartyInput, 'personId' | 'name' | 'email' | 'phone'>> {
  if (ctx.actor.kind === 'person' && !input.anonymous && !onBehalf(ctx, input.channel ?? 'web'))
    return { personId: await personInTown(ctx), phone: input.phone }
  if (input.anonymous && !input.email) return {}
  return { name: input.name, email: input.email, phone: input.phone }
}

/** The word of the role for the timeline. */
export const roleOf = (ctx: Ctx, channel: string): string => (onBehalf(ctx, channel) ? 'staff' : 'reporter')
