import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { cookieOf } from '#platform/http/request.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { seal, unseal } from '#platform/keys.ts'
import { linkHash } from './keys.ts'

const HOURS = 2
const PURPOSE = 'applications/cosign'
const Opened = z.object({ town: z.uuid(), hash: z.string(), until: z.number() })
const nameFor = (hash: string) => `mitzeichnen-${hash.slice(0, 12)}`
const hex = (link: string) => linkHash(link).toString('hex')

/** This browser typed the code of a link: it sees what is to be signed for two hours. */
export function openedCookie(ctx: Ctx, link: string): SetCookie {
  const until = ctx.now().getTime() + HOURS * 3_600_000
  return { name: nameFor(hex(link)), value: seal(PURPOSE, { town: ctx.town.id, hash: hex(link), until }), maxAge: HOURS * 3600 }
}

export function isOpened(ctx: Ctx, link: string, headers: Headers): boolean {
  const value = cookieOf(headers.get('cookie'), nameFor(hex(link)))
  const opened = Opened.safeParse(value && value.length < 2000 ? unseal(PURPOSE, value) : undefined).data
  return opened !== undefined && opened.town === ctx.town.id && opened.hash === hex(link) && opened.until > ctx.now().getTime()
}
