import { notify } from '#core/notifications/index.ts'
import { DAY_MS, dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { namesOf } from '../../cases/index.ts'
import { dayWords } from '../../forms/words/day-words.ts'
import type { Draft, OpenDraft } from '../draft.rules.ts'
import { type Cosigner, RECEIPT_DAYS } from './cosign.rules.ts'
import { linkPath, waitingPath } from './paths.ts'

/** Who wrote a draft, as her account names her. */
export async function writerOf(ctx: Ctx, { personId }: Pick<Draft, 'personId'>): Promise<string> {
  return personId ? ((await namesOf(ctx, 'core.person', [personId])).get(personId) ?? '') : ''
}

const until = (ctx: Ctx, at: Date, locale: 'de' | 'en') => dayWords(dayIn(at, ctx.town.timeZone), locale)

/** Says who asks for what, and no answer: whoever the address belongs to may not be who was meant. */
export async function mailLink(ctx: Ctx, { draft, online }: OpenDraft, it: Cosigner, secret: string): Promise<void> {
  await mailTo(ctx, {
    email: it.email,
    locale: it.locale,
    text: 'cosign.mail.asked',
    params: {
      name: it.name,
      writer: ctx.actor.name ?? (await writerOf(ctx, draft)),
      title: online.name[it.locale] || online.name.de,
      day: until(ctx, it.expiresAt, it.locale),
    },
    link: { text: 'cosign.mail.asked.link', path: linkPath(secret) },
  })
}

/** After the last signature: the number, and the same link for the receipt. */
export async function mailSent(ctx: Ctx, { online }: OpenDraft, it: Cosigner, sent: { number: string; secret?: string }): Promise<void> {
  await mailTo(ctx, {
    email: it.email,
    locale: it.locale,
    text: sent.secret ? 'cosign.mail.sent' : 'cosign.mail.sentToo',
    params: {
      name: it.name,
      title: online.name[it.locale] || online.name.de,
      number: sent.number,
      day: until(ctx, new Date(ctx.now().getTime() + RECEIPT_DAYS * DAY_MS), it.locale),
    },
    ...(sent.secret ? { link: { text: 'cosign.mail.sent.link', path: linkPath(sent.secret) } } : {}),
  })
}

export type CosignNews = 'signed' | 'sent' | 'declined' | 'expired' | 'outdated'

/** Who wrote it learns what became of a signature, as she chose for news of her applications. */
export async function tellWriter(
  ctx: Ctx,
  { draft, title }: { draft: Draft; title: string },
  what: CosignNews,
  it: { name: string; reason?: string | undefined; number?: string; count?: number },
): Promise<void> {
  if (!draft.personId) return
  await notify(ctx, {
    personId: draft.personId,
    kind: 'application.news',
    text: `cosign.news.${what}`,
    params: { name: it.name, title, reason: it.reason ?? '', number: it.number ?? '', count: it.count ?? 0 },
    path: it.number ? `/status/${it.number}` : waitingPath(draft.id),
  })
}
