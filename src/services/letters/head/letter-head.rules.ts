import { z } from 'zod'
import { isBic, isIban } from '../layout/giro.rules.ts'

const line = z.string().trim().max(120).default('')

/** What stands on every letter of a town, and by which rules its letters are delivered. */
export const LetterHead = z.object({
  name: z.string().trim().min(1).max(70),
  /** Under the name: "Der Bürgermeister", the department. */
  subtitle: line,
  street: line,
  city: line,
  phone: line,
  email: z.union([z.literal(''), z.email().max(120)]).default(''),
  web: line,
  hours: line,
  bank: line,
  iban: z
    .string()
    .trim()
    .max(42)
    .default('')
    .refine((iban) => iban === '' || isIban(iban), 'letters.head.iban.wrong'),
  bic: z
    .string()
    .trim()
    .toUpperCase()
    .max(11)
    .default('')
    .refine((bic) => bic === '' || isBic(bic), 'letters.head.bic.wrong'),
  /** Where an objection goes (§ 70 Abs. 1 VwGO): authority and its seat. */
  objectionBody: line,
  objectionSeat: line,
  /** Where a suit goes (§ 74, § 81 VwGO). */
  court: line,
  courtSeat: line,
  /** Days by post until a letter counts as known: four (§ 41 Abs. 2 VwVfG), three where the Land's law still says so. */
  postDays: z.coerce.number().int().min(3).max(4).default(4),
  /** How letters in the account are delivered: into a mailbox (§ 9 OZG) or to be fetched (§ 41 Abs. 2a VwVfG). */
  portal: z.enum(['mailbox', 'retrieval']).default('mailbox'),
  /** Whether objections are taken online (§ 70 Abs. 1 VwGO with § 3a Abs. 3 VwVfG), or on paper alone. */
  objections: z.enum(['online', 'paper']).default('online'),
})
export type LetterHead = z.output<typeof LetterHead>

/** Before a town has written anything down its letters bear its name. */
export const plainHead = (townName: string): LetterHead => LetterHead.parse({ name: townName.slice(0, 70) })
