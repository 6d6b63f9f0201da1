import { z } from 'zod'
import { ok, type Result, refuse } from '#platform/result.ts'
import type { Choices } from '#services/builder/index.ts'

/** So many departments can be chosen at the beginning; more are added afterwards. */
export const MOST_ASKED = 4
const Rows = z.record(z.string().regex(/^[0-3]$/), z.string().trim().max(300)).default({})

export const NewWorkflow = z.object({
  nameDe: z.string().trim().min(2).max(120),
  nameEn: z.string().trim().max(120).default(''),
  kind: z.enum(['decision', 'inquiry']),
  normDays: z.coerce.number().int().min(1).max(365),
  fourEyes: z.literal('on').optional(),
  letter: z.string().max(60).optional(),
  law: z.string().trim().max(200).default(''),
  months: z.coerce.number().int().min(1).max(24).optional(),
  askUnit: Rows,
  askDe: Rows,
  askEn: Rows,
  askDays: Rows,
  /** The service it is made for, to go back to. */
  dienst: z.uuid().optional().catch(undefined),
})
export type NewWorkflow = z.output<typeof NewWorkflow>

export function choicesFrom(input: NewWorkflow): Result<Choices> {
  if (input.law && input.months === undefined) return refuse('notANumber', { field: 'months' })
  const opinions: { unit: string; words: { de: string; en: string }; days: number }[] = []
  for (let at = 0; at < MOST_ASKED; at++) {
    const unit = input.askUnit[at]
    if (!unit) continue
    const days = Number(input.askDays[at] ?? '14')
    if (!Number.isInteger(days) || days < 1 || days > 730) return refuse('notANumber', { field: `askDays[${at}]` })
    const de = input.askDe[at]
    if (!de) return refuse('wordsMissing', { field: `askDe[${at}]` })
    opinions.push({ unit, words: { de, en: input.askEn[at] ?? '' }, days })
  }
  const { kind, normDays, letter, law, months } = input
  return ok({ kind, normDays, fourEyes: input.fourEyes === 'on', letter, deemed: law && months ? { law, months } : undefined, opinions })
}
