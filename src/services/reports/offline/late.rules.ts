import { z } from 'zod'
import { placeFields } from '#core/places/index.ts'
import type { Category, EmergencyNumber } from '../category.rules.ts'
import { answerField } from '../pages/answers.rules.ts'

/** Where a report is written without network, and where the device sends it. */
export const LATE_PATH = '/meldungen/ohne-netz'

/** A report that was written on a device and arrives later. The device makes key, secret and code before it sends anything. */
export const LateReport = z.object({
  clientKey: z.uuidv7(),
  secret: z.string().regex(/^[\w-]{43}$/),
  code: z.string().regex(/^[234679ACDEFGHJKMNPQRTWXYZ]{12}$/),
  category: z.string().min(1).max(60),
  text: z.string().trim().max(4000).default(''),
  answers: z.record(z.string().max(60), z.union([z.string().max(1000), z.array(z.string().max(60)).max(30)])).default({}),
  photos: z.array(z.uuid()).max(5).default([]),
  ...placeFields,
  /** By the clock of the device. */
  observedAt: z.coerce.date(),
  email: z.email().max(320).optional(),
  name: z.string().trim().min(1).max(200).optional(),
  /** Written by somebody signed in: with the account, or without. */
  as: z.enum(['person', 'nobody']).default('nobody'),
})
export type LateReport = z.output<typeof LateReport>

/** What a device must know of a kind of damage, because nobody can be asked: dangers, and what has to be filled in. */
export type KindOnDevice = {
  danger?: EmergencyNumber
  /** The number to call, by form field and answer. */
  dangers?: Record<string, Record<string, EmergencyNumber>>
  /** Form fields that need an answer. */
  needed?: string[]
  /** The town has to know whom to answer. */
  contact?: true
}

export function kindOnDevice({ danger, questions, anonymous }: Pick<Category, 'danger' | 'questions' | 'anonymous'>): KindOnDevice {
  const dangers = questions.flatMap((question) => {
    const answers = question.danger && question.kind === 'yesno' ? [['yes', question.danger] as const] : []
    const options = (question.options ?? []).flatMap((option) => (option.danger ? [[option.code, option.danger] as const] : []))
    const all = [...answers, ...options]
    return all.length > 0 ? [[answerField(question), Object.fromEntries(all)] as const] : []
  })
  const needed = questions.filter(({ required }) => required).map(answerField)
  return {
    ...(danger ? { danger } : {}),
    ...(dangers.length > 0 ? { dangers: Object.fromEntries(dangers) } : {}),
    ...(needed.length > 0 ? { needed } : {}),
    ...(anonymous ? {} : { contact: true }),
  }
}
