import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { cookieOf } from '#platform/http/request.ts'
import type { SetCookie } from '#platform/http/route.ts'
import { seal, unseal } from '#platform/keys.ts'
import type { OpenDraft } from '../draft.rules.ts'
import { type DraftRef, openDraft } from '../draft.verbs.ts'

const DAYS = 14
const PURPOSE = 'applications/draft'
const nameFor = (id: string) => `antrag-${id}`
const Kept = z.object({ town: z.uuid(), id: z.uuid(), code: z.string().max(40), until: z.number() })

/** Opens this draft in this browser for two weeks. Sealed, because answers to forms are kept for repeats, and the town keeps no code. */
export function draftCookie(ctx: Ctx, it: { id: string; code: string }): SetCookie {
  const until = ctx.now().getTime() + DAYS * 86_400_000
  return { name: nameFor(it.id), value: seal(PURPOSE, { town: ctx.town.id, id: it.id, code: it.code, until }), maxAge: DAYS * 86_400 }
}

export const noDraftCookie = (id: string): SetCookie => ({ name: nameFor(id), value: '', maxAge: 0 })

/** A draft that this browser, or this account, may write in. `code` is known to the browser that has it. */
export type Writing = OpenDraft & { ref: DraftRef; code: string | undefined }

export async function writingAt(ctx: Ctx, id: string, headers: Headers): Promise<Writing | undefined> {
  const value = cookieOf(headers.get('cookie'), nameFor(id))
  const kept = Kept.safeParse(value && value.length < 2000 ? unseal(PURPOSE, value) : undefined).data
  if (kept && kept.town === ctx.town.id && kept.id === id && kept.until > ctx.now().getTime()) {
    const ref = { code: kept.code }
    const open = await openDraft(ctx, ref)
    if (open?.draft.id === id) return { ...open, ref, code: kept.code }
  }
  const own = ctx.actor.personId ? await openDraft(ctx, { id }) : undefined
  return own && { ...own, ref: { id }, code: undefined }
}
