import { z } from 'zod'
import { type Ctx, may } from '#platform/context.ts'
import type { NotificationKind } from '#platform/module.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { choicesOf, saveChoices } from './choice.sql.ts'
import { type Choice, fieldOf, notificationKinds, readUnsubscribe, SUMMARY } from './notification.rules.ts'
import { readerOf } from './notification.sql.ts'

export type KindChoice = NotificationKind & Choice

/** Each kind that concerns the actor, as she has it now. */
export async function myChoices(ctx: Ctx): Promise<KindChoice[]> {
  const chosen = ctx.actor.personId ? await choicesOf(ctx, ctx.actor.personId) : new Map<string, Choice>()
  return notificationKinds()
    .filter((kind) => kind.may === undefined || may(ctx, kind.may))
    .map((kind) => ({ ...kind, ...chosen.get(kind.kind) }))
    .map((kind) => (kind.always ? { ...kind, inApp: true } : kind))
}

/** By name of the kind in the form; a box that is not ticked is not sent. */
export const Choices = z.object({
  app: z.record(z.string().max(60), z.literal('on')).default({}),
  email: z.record(z.string().max(60), z.enum(['off', 'now', 'daily'])).default({}),
})

export async function choose(ctx: Ctx, { app, email }: z.output<typeof Choices>): Promise<Result<null, 'unknown'>> {
  const { personId } = ctx.actor
  if (!personId) return refuse('unknown')
  const wanted = (await myChoices(ctx)).map((kind) => {
    const field = fieldOf(kind.kind)
    return [kind.kind, { inApp: kind.always || app[field] === 'on', email: email[field] ?? kind.email }] as const
  })
  if (wanted.length > 0) await saveChoices(ctx, personId, new Map(wanted))
  return ok(null)
}

/** Ends the mails that a link in one of them speaks of, without signing in. Ending them twice is no mistake. */
export async function unsubscribe(ctx: Ctx, { token }: { token: string }): Promise<Result<null, 'unknown'>> {
  const link = readUnsubscribe(ctx.town.id, token)
  if (!link || !(await readerOf(ctx, link.personId))) return refuse('unknown')
  const chosen = await choicesOf(ctx, link.personId)
  const ended = notificationKinds()
    .map((kind) => [kind.kind, chosen.get(kind.kind) ?? { inApp: kind.inApp, email: kind.email }] as const)
    .filter(([kind, { email }]) => (link.kind === SUMMARY ? email === 'daily' : kind === link.kind))
    .map(([kind, { inApp }]) => [kind, { inApp, email: 'off' as const }] as const)
  if (ended.length > 0) await saveChoices(ctx, link.personId, new Map(ended))
  return ok(null)
}
