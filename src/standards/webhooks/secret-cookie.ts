import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { cookieOf } from '#platform/http/request.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { seal, unseal } from '#platform/keys.ts'

const Shown = z.object({ id: z.string(), secret: z.string(), personId: z.string(), until: z.number() })
const NAME = 'webhook'
const MINUTES = 5

/** Carries a new secret to the page that shows it: the table has it only sealed, and no other page ever shows it. */
export const secretCookie = (ctx: Ctx, { id, secret }: { id: string; secret: string }): SetCookie => ({
  name: NAME,
  value: seal('webhooks/shown', { id, secret, personId: ctx.actor.personId ?? '', until: ctx.now().getTime() + MINUTES * 60_000 }),
  maxAge: MINUTES * 60,
})

export function secretIn(ctx: Ctx, headers: Headers, id: string): string | undefined {
  const parsed = Shown.safeParse(unseal('webhooks/shown', cookieOf(headers.get('cookie'), NAME)))
  if (!parsed.success) return undefined
  const { data } = parsed
  return data.id === id && data.personId === ctx.actor.personId && data.until > ctx.now().getTime() ? data.secret : undefined
}
