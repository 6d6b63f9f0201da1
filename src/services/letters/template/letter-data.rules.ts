import { z } from 'zod'
import type { LetterContent } from './content.rules.ts'

const line = z.string().trim().max(200)
const text = z.string().trim().max(6000)

/** Answers in the order of the form, under the headings of its pages. */
export const AnswerGroup = z.object({ title: line.default(''), rows: z.array(z.object({ label: line, value: text })).max(300) })

/** How one condition of the law was judged, with what it rests on (§ 39 Abs. 1 VwVfG). */
export const Reason = z.object({
  condition: line,
  fact: text,
  evidence: text.default(''),
  law: line.default(''),
  result: z.enum(['met', 'notMet', 'discretion']),
  /** The considerations of discretion (§ 39 Abs. 1 Satz 3 VwVfG). */
  consideration: text.default(''),
})

const Payment = z.object({ reference: line.min(1), due: z.iso.date().optional() })

/** All that a letter is made of, in words and cents; kept with the letter as it was. */
export const LetterData = z.object({
  recipient: z.object({ name: line.min(1), lines: z.array(line).max(5).default([]) }),
  /** "Sehr geehrte Frau Weber,"; a friendly one with the name unless given. */
  salutation: line.default(''),
  /** Under "Bearbeitet von" and the like. */
  contact: z
    .object({ office: line.default(''), name: line.default(''), phone: line.default(''), email: line.default(''), room: line.default('') })
    .prefault({}),
  /** Placeholders by name: `case.number`, `answer.dogName`. */
  values: z.record(z.string().max(130), text).default({}),
  answers: z.array(AnswerGroup).max(40).default([]),
  fees: z
    .array(
      z.object({
        label: line,
        cents: z.number().int().min(-100_000_000).max(1_000_000_000),
        /** Where it is paid by itself. */
        payment: Payment.optional(),
      }),
    )
    .max(100)
    .default([]),
  /** For all fees together. */
  payment: Payment.optional(),
  reasons: z.array(Reason).max(60).default([]),
  enclosures: z.array(line).max(30).default([]),
  /** Against decisions of this service nobody objects: a suit comes at once, whatever the template says (§ 68 Abs. 1 Satz 2 VwGO). */
  suitAlone: z.literal(true).optional(),
})
export type LetterData = z.output<typeof LetterData>

/** What can be done against a letter: as its template says, but a suit where the service knows no objection. */
export const remedyOf = (
  { remedy }: Pick<LetterContent, 'remedy'>,
  { suitAlone }: Pick<LetterData, 'suitAlone'>,
): LetterContent['remedy'] => (suitAlone && remedy === 'objection' ? 'suit' : remedy)

/** What is to be transferred, in cents: the sum of the fees, or each fee by itself. */
export const transfersOf = (data: Pick<LetterData, 'fees' | 'payment'>): (z.output<typeof Payment> & { cents: number })[] =>
  data.payment
    ? [{ ...data.payment, cents: totalOf(data) }]
    : data.fees.flatMap(({ cents, payment }) => (payment ? [{ ...payment, cents }] : []))

export const totalOf = ({ fees }: Pick<LetterData, 'fees'>): number => fees.reduce((sum, { cents }) => sum + cents, 0)
