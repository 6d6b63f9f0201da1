import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { announce } from '#platform/live/changes.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { type TextParams, textIn } from '#platform/text.ts'
import { choicesOf } from './choice.sql.ts'
import { kindNamed, unsubscribePath } from './notification.rules.ts'
import { countUnread, insertNotification, markAllRead, markRead, readerOf } from './notification.sql.ts'

export type Telling = {
  personId: string
  /** Declared by a module in `notificationKinds`. */
  kind: string
  /** Text key of one sentence, put into words when it is read. Values hold no more than the reader may know. */
  text: string
  params?: TextParams
  /** Page of the town that it leads to. */
  path: string
  /** Another mail than the sentence with a link: `${text}.subject` and `${text}.body`. */
  email?: { text: string; params?: TextParams; link?: string }
}

/** Tells a person in the ways she chose for this kind, if the caller's transaction commits. */
export async function notify(ctx: Ctx, { personId, kind, text, params = {}, path, email }: Telling): Promise<void> {
  if (!path.startsWith('/') || path.startsWith('//')) throw new Error('a notification leads to a page of the town')
  const reader = await readerOf(ctx, personId)
  if (!reader) return
  const declared = kindNamed(kind)
  const chosen = (await choicesOf(ctx, personId)).get(kind) ?? declared
  const way = { inApp: (declared.always || chosen.inApp) && reader.hasAccount, email: reader.email ? chosen.email : 'off' } as const
  if (way.inApp || way.email === 'daily') {
    const id = newId(ctx.now().getTime())
    await insertNotification(ctx, { id, personId, kind, text, params, path, at: ctx.now(), ...way })
    if (way.inApp) announce(ctx, [`person:${personId}`], id)
  }
  if (way.email === 'now' && reader.email) {
    const words = textIn(reader.locale, text, params)
    await mailTo(ctx, {
      email: reader.email,
      locale: reader.locale,
      text: email?.text ?? 'notifications.mail',
      params: { words, ...params, ...email?.params },
      link: { text: email?.link ?? 'notifications.mail.link', path },
      unsubscribe: { path: unsubscribePath(ctx.town.id, personId, kind) },
    })
  }
}

/** For the bell in the header of every page. */
export const unreadCount = async (ctx: Ctx): Promise<number> => (ctx.actor.personId ? await countUnread(ctx, ctx.actor.personId) : 0)

/** Marks one as read and says where it leads. */
export async function openNotification(ctx: Ctx, { id }: { id: string }): Promise<Result<{ path: string }, 'unknown'>> {
  const opened = ctx.actor.personId ? await markRead(ctx, ctx.actor.personId, id) : undefined
  return opened ? ok(opened) : refuse('unknown')
}

export const ReadAll = z.object({ upTo: z.uuid().optional() })

export async function readAll(ctx: Ctx, { upTo }: z.output<typeof ReadAll>): Promise<Result<{ count: number }>> {
  return ok({ count: ctx.actor.personId ? await markAllRead(ctx, ctx.actor.personId, upTo) : 0 })
}
