import { type Locale, textIn } from '#platform/text.ts'
import type { LetterHead } from '../head/letter-head.rules.ts'
import { answerBlocks } from '../layout/made-blocks.rules.ts'
import { qrCode } from '../layout/qr.ts'
import type { Code, Sheet, SheetBlock } from '../layout/sheet.rules.ts'
import { longDay } from '../remedy/notice.rules.ts'
import type { LetterData } from '../template/letter-data.rules.ts'

export type Receipt = {
  head: LetterHead
  arms?: Code | undefined
  locale: Locale
  recipient: LetterData['recipient']
  /** Number of the case, its title, and what opens its status. */
  number: string
  title: string
  /** Shown in groups; the page at `statusUrl` asks for it where there is no account. */
  code?: string | undefined
  /** Whole address of the status page: the QR code leads there. */
  statusUrl: string
  /** Day and time in words. */
  receivedAt: string
  /** `YYYY-MM-DD` */
  date: string
  answers: LetterData['answers']
  /** Names of the files that came with it. */
  files: readonly string[]
  /** Plain words about what happens next, a paragraph each. */
  next: readonly string[]
}

/** Eingangsbestätigung: that it arrived, its number, how to follow it, and every answer in the order in which it was given. */
export function receiptSheet({
  head,
  arms,
  locale,
  recipient,
  number,
  title,
  code,
  statusUrl,
  receivedAt,
  date,
  answers,
  files,
  next,
}: Receipt): Sheet {
  const say = (key: string, params?: Record<string, string>) => textIn(locale, `letters.receipt.${key}`, params)
  return {
    lang: locale,
    date,
    sender: { name: head.name, lines: head.subtitle ? [head.subtitle] : [], arms },
    returnLine: [head.name, head.street, head.city].filter(Boolean).join(' · '),
    remarks: [],
    address: [recipient.name, ...recipient.lines].filter(Boolean),
    info: [
      { label: say('number'), value: number },
      { label: say('received'), value: receivedAt },
      { label: textIn(locale, 'letters.info.date'), value: longDay(date, locale) },
    ],
    subject: say('subject', { title }),
    salutation: textIn(locale, 'letters.salutation', { name: recipient.name }),
    blocks: [
      { kind: 'paragraph', text: say('arrived', { title, receivedAt, number }) },
      ...next.map((text): SheetBlock => ({ kind: 'paragraph', text })),
      {
        kind: 'code',
        code: qrCode(statusUrl, say('qr', { number })),
        text: [say('status', { number }), statusUrl, ...(code ? [say('code', { code })] : [])].join('\n'),
      },
      ...answerBlocks({ answers }, locale),
      ...fileBlocks(files, say('files')),
    ],
    closing: '',
    signatures: [],
    endnotes: [say('automated')],
    footer: [[head.name, head.street, head.city], [head.phone, head.email, head.web].filter(Boolean)]
      .map((column) => column.filter(Boolean))
      .filter(({ length }) => length > 0),
    watermark: '',
    pageWords: textIn(locale, 'letters.page', { page: '{page}', pages: '{pages}' }),
  }
}

const fileBlocks = (files: readonly string[], title: string): SheetBlock[] =>
  files.length === 0
    ? []
    : [
        { kind: 'heading', text: title },
        { kind: 'list', items: [...files] },
      ]
