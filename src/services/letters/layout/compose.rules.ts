import { ok, type Result, refuse } from '#platform/result.ts'
import { type Locale, textIn } from '#platform/text.ts'
import type { LetterHead } from '../head/letter-head.rules.ts'
import type { Way } from '../remedy/delivery.rules.ts'
import { longDay, noticeLacks, remedyNotice } from '../remedy/notice.rules.ts'
import { type Condition, itemsOf, type LetterBlock, type LetterContent, rowsOf } from '../template/content.rules.ts'
import { type LetterData, remedyOf, totalOf, transfersOf } from '../template/letter-data.rules.ts'
import { filled, ofFees, unfilledIn, type Values, valueNamed } from '../template/placeholder.rules.ts'
import { ibanInGroups } from './giro.rules.ts'
import { answerBlocks, feeBlocks, paymentBlocks, reasonBlocks } from './made-blocks.rules.ts'
import { euros } from './money.rules.ts'
import type { Code, Sheet, SheetBlock, Signature } from './sheet.rules.ts'

export type Composing = {
  content: LetterContent
  data: LetterData
  head: LetterHead
  arms?: Code | undefined
  locale: Locale
  /** Day of the letter, `YYYY-MM-DD`. */
  date: string
  way: Way
  land: string
  townName: string
  /** Who has signed; empty while it is a draft. */
  signatures: readonly Signature[]
  draft: boolean
}

export type Uncomposed = 'placeholderUnknown' | 'placeholderEmpty' | 'remedyBodyMissing' | 'noFeeOpen' | 'paymentMissing'

/**
 * A letter from a template and what the case knows. Refuses a placeholder without meaning or without a value by its name and block,
 * what a fee would say where there is none (`noFeeOpen`), a notice about remedies that could name no body or seat, and a way to pay
 * without reference, amount or account.
 */
export function compose(of: Composing): Result<Sheet, Uncomposed> {
  const { content, data, head, locale, date, draft } = of
  const values = valuesOf(of)
  const shown = content.blocks.map((block, i) => ({ block, at: i + 1 })).filter(({ block }) => holds(block.when, values))
  const subject = content.subject[locale] || content.subject.de
  for (const { at, text } of [{ at: 0, text: subject }, ...shown.map(({ block, at }) => ({ at, text: wordsOf(block, locale) }))]) {
    const unfilled = unfilledIn(text, values)
    if (unfilled && data.fees.length === 0 && ofFees.has(unfilled.name)) return refuse('noFeeOpen')
    if (unfilled) return refuse(unfilled.code, { facts: { name: unfilled.name, block: at } })
  }
  const remedy = remedyOf(content, data)
  const noticed = shown.some(({ block }) => block.kind === 'remedy')
  if (noticed && (remedy === 'none' || noticeLacks(remedy, head))) return refuse('remedyBodyMissing')
  if (shown.some(({ block }) => block.kind === 'payment') && paymentBlocks(data, head, locale).length === 0)
    return refuse(data.fees.length === 0 ? 'noFeeOpen' : 'paymentMissing')
  return ok({
    lang: locale,
    date,
    sender: { name: head.name, lines: head.subtitle ? [head.subtitle] : [], arms: of.arms },
    returnLine: [head.name, head.street, head.city].filter(Boolean).join(' · '),
    remarks: [],
    address: [data.recipient.name, ...data.recipient.lines].filter(Boolean),
    info: infoOf(of),
    // A title there must be, also where nothing is filled in yet.
    subject: filled(subject, values).trim() || '–',
    salutation: data.salutation || textIn(locale, 'letters.salutation', { name: data.recipient.name }),
    blocks: shown.flatMap(({ block }) => blocksOf(block, of, values)),
    closing: textIn(locale, 'letters.closing'),
    signatures: [...of.signatures],
    endnotes: [
      ...(data.enclosures.length > 0 ? [textIn(locale, 'letters.enclosures', { list: data.enclosures.join('\n') })] : []),
      ...(of.signatures.length === 0 && content.signatures === 0 ? [textIn(locale, 'letters.automated')] : []),
    ],
    footer: footerOf(head, locale),
    watermark: draft ? textIn(locale, 'letters.draft') : '',
    pageWords: textIn(locale, 'letters.page', { page: '{page}', pages: '{pages}' }),
  })
}

/** What the program knows itself, over which the case's own values have no say. */
export function valuesOf({ data, head, locale, date, townName }: Omit<Composing, 'content'>): Values {
  const transfers = transfersOf(data)
  const days = new Set(transfers.flatMap(({ due }) => (due ? [longDay(due, locale)] : [])))
  const known = {
    'town.name': townName,
    'recipient.name': data.recipient.name,
    'letter.date': longDay(date, locale),
    'office.name': data.contact.office || head.subtitle || head.name,
    'office.phone': data.contact.phone || head.phone,
    'office.email': data.contact.email || head.email,
    'clerk.name': data.contact.name,
    'fee.total': data.fees.length > 0 ? euros(totalOf(data), locale) : '',
    'payment.reference': transfers.map(({ reference }) => reference).join(', '),
    'payment.due': [...days].join(', '),
  }
  return { ...data.values, ...known }
}

export function holds(when: Condition | undefined, values: Values): boolean {
  if (!when) return true
  const value = valueNamed(values, when.name)
  switch (when.is) {
    case 'filled':
      return value !== ''
    case 'empty':
      return value === ''
    case 'equals':
      return value === when.value
    case 'differs':
      return value !== when.value
  }
}

const wordsOf = (block: LetterBlock, locale: Locale): string => block[locale] || block.de

function blocksOf(block: LetterBlock, of: Composing, values: Values): SheetBlock[] {
  const { data, head, locale } = of
  const text = filled(wordsOf(block, locale), values)
  switch (block.kind) {
    case 'paragraph':
      return paragraphs(text)
    case 'heading':
      // A heading of which nothing is left is none (PDF/UA, too, knows no empty one).
      return text.trim() === '' ? [] : [{ kind: 'heading', text }]
    case 'list':
      return [{ kind: 'list', items: itemsOf(wordsOf(block, locale)).map((item) => filled(item, values)) }]
    case 'table': {
      // Filled in cell by cell, so that a value with a bar or a line break stays in its cell.
      const [first = [], ...rows] = rowsOf(wordsOf(block, locale)).map((row) => row.map((cell) => filled(cell, values)))
      return [{ kind: 'table', head: first, rows, numbers: [], strong: false }]
    }
    case 'answers':
      return answerBlocks(data, locale)
    case 'fees':
      return feeBlocks(data, locale)
    case 'payment':
      return paymentBlocks(data, head, locale)
    case 'reasons':
      // Conditions that were judged one by one, else the reasons as somebody wrote them.
      return data.reasons.length > 0 ? reasonBlocks(data, locale) : paragraphs(valueNamed(values, 'decision.reasons'))
    case 'remedy': {
      const { regime } = of.content
      const remedy = remedyOf(of.content, data)
      if (remedy === 'none') return []
      const notice = remedyNotice({ remedy, regime, way: of.way, date: of.date, land: of.land, head, locale })
      return [
        { kind: 'heading', text: textIn(locale, 'letters.notice.title') },
        ...notice.map((one): SheetBlock => ({ kind: 'paragraph', text: one })),
      ]
    }
  }
}

const paragraphs = (text: string): SheetBlock[] =>
  text
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => ({ kind: 'paragraph', text: one }))

function infoOf({ data: { contact, values }, head, locale, date }: Composing): Sheet['info'] {
  const lines: [string, string][] = [
    ['number', values['case.number'] ?? ''],
    ['office', contact.office],
    ['clerk', contact.name],
    ['room', contact.room],
    ['phone', contact.phone || head.phone],
    ['email', contact.email || head.email],
    ['date', longDay(date, locale)],
  ]
  return lines.filter(([, value]) => value).map(([key, value]) => ({ label: textIn(locale, `letters.info.${key}`), value }))
}

function footerOf(head: LetterHead, locale: Locale): string[][] {
  const account = head.iban
    ? [head.bank, textIn(locale, 'letters.footer.iban', { iban: ibanInGroups(head.iban) }), head.bic ? `BIC ${head.bic}` : '']
    : []
  return [[head.name, head.street, head.city], [head.phone, head.email, head.web, head.hours], account]
    .map((column) => column.filter(Boolean))
    .filter((column) => column.length > 0)
}
