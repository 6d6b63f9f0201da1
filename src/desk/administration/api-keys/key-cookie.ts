import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { cookieOf } from '#platform/http/request.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { seal, unseal } from '#platform/keys.ts'

const NAME = 'schluessel'
const PURPOSE = 'apiKeys/shown'
const MINUTES = 5
const Shown = z.object({ town: z.uuid(), id: z.uuid(), key: z.string(), accountId: z.string(), until: z.number() })

/** Carries a new key to the page that shows it: the table has only its digest. Only for who made it, in this browser. */
export const keyCookie = (ctx: Ctx, { id, key }: { id: string; key: string }): SetCookie => ({
  name: NAME,
  value: seal(PURPOSE, { town: ctx.town.id, id, key, accountId: ctx.actor.accountId, until: ctx.now().getTime() + MINUTES * 60_000 }),
  maxAge: MINUTES * 60,
})

export function keyShown(ctx: Ctx, id: string, headers: Headers): string | undefined {
  const parsed = Shown.safeParse(unseal(PURPOSE, cookieOf(headers.get('cookie'), NAME)))
  if (!parsed.success) return undefined
  const { town, accountId, until, key, ...of } = parsed.data
  return town === ctx.town.id && of.id === id && accountId === ctx.actor.accountId && until > ctx.now().getTime() ? key : undefined
}
