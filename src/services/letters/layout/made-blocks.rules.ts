import { type Locale, textIn } from '#platform/text.ts'
import type { LetterHead } from '../head/letter-head.rules.ts'
import { longDay } from '../remedy/notice.rules.ts'
import { type LetterData, totalOf, transfersOf } from '../template/letter-data.rules.ts'
import { giroCode, ibanInGroups } from './giro.rules.ts'
import { euros } from './money.rules.ts'
import { qrCode } from './qr.ts'
import type { SheetBlock } from './sheet.rules.ts'

/** Every answer in the order of the form, a table for each of its pages. */
export const answerBlocks = ({ answers }: Pick<LetterData, 'answers'>, locale: Locale): SheetBlock[] =>
  answers
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ title, rows }): SheetBlock[] => [
      ...(title ? [{ kind: 'heading', text: title } as const] : []),
      {
        kind: 'table',
        head: [textIn(locale, 'letters.answers.question'), textIn(locale, 'letters.answers.answer')],
        rows: rows.map(({ label, value }) => [label, value || textIn(locale, 'letters.answers.none')]),
        numbers: [],
        strong: false,
      },
    ])

/** The fees with their sum. */
export const feeBlocks = (data: Pick<LetterData, 'fees'>, locale: Locale): SheetBlock[] =>
  data.fees.length === 0
    ? []
    : [
        {
          kind: 'table',
          head: [textIn(locale, 'letters.fees.what'), textIn(locale, 'letters.fees.amount')],
          rows: [
            ...data.fees.map(({ label, cents }) => [label, euros(cents, locale)]),
            [textIn(locale, 'letters.fees.sum'), euros(totalOf(data), locale)],
          ],
          numbers: [1],
          strong: true,
        },
      ]

/** How to pay, in words and as a GiroCode that banking apps read; in words alone where a code cannot say it. */
export const paymentBlocks = (data: Pick<LetterData, 'fees' | 'payment'>, head: LetterHead, locale: Locale): SheetBlock[] =>
  head.iban
    ? transfersOf(data)
        .filter(({ cents }) => cents > 0)
        .map((transfer) => transferBlock(transfer, head, locale))
    : []

function transferBlock({ cents, reference, due }: ReturnType<typeof transfersOf>[number], head: LetterHead, locale: Locale): SheetBlock {
  const words = [
    ['letters.pay.to', head.name],
    ['letters.pay.iban', ibanInGroups(head.iban)],
    ...(head.bic ? [['letters.pay.bic', head.bic] as const] : []),
    ['letters.pay.amount', euros(cents, locale)],
    ['letters.pay.reference', reference],
    ...(due ? [['letters.pay.due', longDay(due, locale)] as const] : []),
  ].map(([key, value]) => `${textIn(locale, key!)}: ${value}`)
  const code = giroCode({ name: head.name, iban: head.iban, bic: head.bic, cents, reference })
  if (!code.ok) return { kind: 'paragraph', text: words.join('\n') }
  const alt = textIn(locale, 'letters.pay.code', { amount: euros(cents, locale), name: head.name })
  return { kind: 'code', code: qrCode(code.value, alt), text: words.join('\n') }
}

/** Each condition of the law with what was found: the reasons of the decision (§ 39 VwVfG). */
export const reasonBlocks = ({ reasons }: Pick<LetterData, 'reasons'>, locale: Locale): SheetBlock[] =>
  reasons.map(({ condition, fact, evidence, law, result, consideration }) => ({
    kind: 'paragraph',
    text: [
      `${condition}${law ? ` (${law})` : ''}: ${textIn(locale, `letters.reason.${result}`)}`,
      fact,
      ...(evidence ? [textIn(locale, 'letters.reason.evidence', { evidence })] : []),
      ...(consideration ? [textIn(locale, 'letters.reason.consideration', { consideration })] : []),
    ].join('\n'),
  }))
