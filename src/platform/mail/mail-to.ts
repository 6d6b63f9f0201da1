import type { Ctx } from '../context.ts'
import { newId } from '../ids.ts'
import { enqueue } from '../jobs/enqueue.ts'
import { announce } from '../live/changes.ts'
import { type Locale, type TextParams, textIn } from '../text.ts'
import { mailHtml } from './mail.html.ts'
import { insertMail } from './mail.sql.ts'
import { type MailParts, mailText } from './mail.text.ts'
import { currentMailing, hasMailbox } from './mailing.ts'

export type MailTo = {
  email: string
  locale: Locale
  /** Text key: `${text}.subject` and `${text}.body` (paragraphs with a blank line between) are in the catalogues; `{town}` is always there. */
  text: string
  params?: TextParams
  /** A button. `text` is a text key (gets `params`), `path` a path of the town. */
  link?: { text: string; path: string }
  /** Shown large, to be typed in. */
  code?: string
  /** Lines below the body, each leading to a path of the town. Plain words, not keys. */
  list?: readonly { words: string; path: string }[]
  /** A path that ends these mails: GET shows a page with a button, POST ends them at once (RFC 8058). */
  unsubscribe?: { path: string }
}

/** Writes a mail in the caller's transaction: it is sent if and only if that commits. Returns its id. */
export async function mailTo(ctx: Ctx, { email, locale, text, params, link, code, list = [], unsubscribe }: MailTo): Promise<string> {
  const { addressOf, from } = currentMailing()
  const address = await addressOf(ctx.town)
  const values = { town: ctx.town.name, ...params }
  const parts: MailParts = {
    locale,
    town: ctx.town.name,
    home: `${address}/`,
    colour: ctx.town.colour,
    subject: oneLine(textIn(locale, `${text}.subject`, values)),
    paragraphs: textIn(locale, `${text}.body`, values).split(/\n\s*\n/),
    code,
    link: link && { words: textIn(locale, link.text, values), url: address + link.path },
    list: list.map(({ words, path }) => ({ words: oneLine(words), url: address + path })),
    unsubscribeUrl: unsubscribe && address + unsubscribe.path,
  }
  const id = newId()
  await insertMail(ctx, {
    id,
    kind: text,
    to: email,
    subject: parts.subject,
    text: mailText(parts),
    html: mailHtml(parts),
    unsubscribeUrl: parts.unsubscribeUrl,
    messageId: `<${id}@${from.split('@')[1] ?? 'localhost'}>`,
  })
  if (hasMailbox(ctx.town)) announce(ctx, ['mailbox'])
  enqueue(ctx, 'mail.send', { mailId: id })
  return id
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()
