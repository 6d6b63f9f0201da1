import { type Locale, textIn } from '../text.ts'

/** What a mail says, before it becomes text or HTML. All words are plain text in the reader's language; addresses are absolute. */
export type MailParts = {
  locale: Locale
  town: string
  home: string
  colour: string | undefined
  subject: string
  paragraphs: readonly string[]
  code: string | undefined
  link: { words: string; url: string } | undefined
  list: readonly { words: string; url: string }[]
  unsubscribeUrl: string | undefined
}

/** The mail as plain text; addresses stand alone on their lines so that every program makes them links. */
export const mailText = ({ locale, paragraphs, code, link, list, town, home, unsubscribeUrl }: MailParts): string =>
  [
    ...paragraphs,
    ...(code ? [`    ${code}`] : []),
    ...list.map(({ words, url }) => `• ${words}\n  ${url}`),
    ...(link ? [`${link.words}:\n${link.url}`] : []),
    `-- \n${town}\n${home}`,
    ...(unsubscribeUrl ? [`${textIn(locale, 'mail.unsubscribe')}:\n${unsubscribeUrl}`] : []),
  ].join('\n\n')
