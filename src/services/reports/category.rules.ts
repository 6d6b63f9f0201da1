import { z } from 'zod'

export const Bilingual = z.object({ de: z.string().trim().min(1).max(500), en: z.string().trim().min(1).max(500) })
export type Bilingual = z.output<typeof Bilingual>

/** Where life is in danger no form helps; the page names this number instead. */
export const EmergencyNumber = z.enum(['110', '112'])
export type EmergencyNumber = z.output<typeof EmergencyNumber>

const code = z.string().regex(/^[a-z0-9-]{1,60}$/)

export const QuestionOption = z.object({ code, label: Bilingual, danger: EmergencyNumber.optional() })

/** `danger` on a yes/no question: the answer "yes" leads to the emergency number. */
export const Question = z
  .object({
    code,
    kind: z.enum(['singlechoice', 'multichoice', 'text', 'number', 'yesno']),
    label: Bilingual,
    required: z.boolean().default(false),
    options: z.array(QuestionOption).max(30).optional(),
    danger: EmergencyNumber.optional(),
  })
  .refine(({ kind, options }) => !kind.endsWith('choice') || (options?.length ?? 0) >= 2, { path: ['options'], message: 'error.required' })
export type Question = z.output<typeof Question>

export type AnswerValue = string | number | boolean | string[]
export type Answers = Record<string, AnswerValue>

/** At once; after personal data was looked for, and by a moderator where some was found; or never (by number and code only). */
export const publishModes = ['atOnce', 'afterCheck', 'never'] as const
export type PublishMode = (typeof publishModes)[number]
/** What settles it: a photo taken afterwards, or the word of the unit. */
export const proofs = ['photo', 'signoff'] as const
export type Proof = (typeof proofs)[number]

/** What can be reported. */
export type Category = {
  id: string
  code: string
  groupCode: string
  name: Bilingual
  hint: Bilingual | undefined
  /** Lower-case stems, German and English, that point here when they occur in a text. */
  keywords: string[]
  questions: Question[]
  icon: string
  /** Metres within which an open report of this kind may be the same damage. */
  radiusM: number
  /** Working days until the town wants to have it settled. */
  deadlineDays: number
  /** Working days until a unit accepts a report before it is reminded. */
  acceptDays: number
  proof: Proof
  publish: PublishMode
  anonymous: boolean
  /** A report with only an e-mail address waits until the address is confirmed. */
  confirmEmail: boolean
  /** The whole category is no matter for a form. */
  danger: EmergencyNumber | undefined
  /** Where its reports go when no rule catches them. */
  unitId: string | undefined
  position: number
  closedAt: Date | undefined
}

export type CategoryGroup = { code: string; name: Bilingual; icon: string; position: number }

/** What administration enters. */
export const CategoryInput = z.object({
  code,
  groupCode: code,
  name: Bilingual,
  hint: z.object({ de: z.string().trim().max(500), en: z.string().trim().max(500) }).default({ de: '', en: '' }),
  keywords: z.array(z.string().trim().toLowerCase().min(2).max(60)).max(200).default([]),
  questions: z.array(Question).max(12).default([]),
  icon: z.string().max(60).default('report'),
  radiusM: z.coerce.number().int().min(5).max(1000).default(50),
  deadlineDays: z.coerce.number().int().min(1).max(365).default(10),
  acceptDays: z.coerce.number().int().min(1).max(30).default(3),
  proof: z.enum(proofs).default('photo'),
  publish: z.enum(publishModes).default('afterCheck'),
  anonymous: z.boolean().default(true),
  confirmEmail: z.boolean().default(false),
  danger: EmergencyNumber.optional(),
  unitId: z.uuid().optional(),
})
export type CategoryInput = z.output<typeof CategoryInput>

export const GroupInput = z.object({ code, name: Bilingual, icon: z.string().max(60).default('report') })
export type GroupInput = z.output<typeof GroupInput>
