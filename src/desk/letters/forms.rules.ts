import { z } from 'zod'
import { blockKinds, conditionTests, type Edit, letterRegimes, remedies, type TemplateVersion } from '#services/letters/index.ts'

/** What a form was made from. */
const edits = { edits: z.coerce.number().int().min(0).optional() }

export const OnlyEdits = z.object(edits)
export const NewBlock = z.object({ ...edits, kind: z.enum(blockKinds) })
const words = z.string().trim().max(6000).default('')
export const BlockForm = z.object({
  ...edits,
  de: words,
  en: words,
  whenName: z.string().trim().max(130).default(''),
  whenIs: z.enum(conditionTests).default('filled'),
  whenValue: z.string().trim().max(200).default(''),
})
export const SettingsForm = z.object({
  ...edits,
  subjectDe: z.string().trim().min(1).max(200),
  subjectEn: z.string().trim().max(200).default(''),
  remedy: z.enum(remedies),
  regime: z.enum(letterRegimes),
  signatures: z.enum(['0', '1', '2']),
})

/** The change that a block's form asks for; its kind stays. */
export function blockEdit({ de, en, whenName, whenIs, whenValue }: z.output<typeof BlockForm>, at: number, newest: TemplateVersion): Edit {
  const kind = newest.content.blocks[at]?.kind ?? 'paragraph'
  const name = whenName.replace(/^\{\{\s*|\s*\}\}$/g, '')
  return { do: 'change', at, block: { kind, de, en, ...(name ? { when: { name, is: whenIs, value: whenValue } } : {}) } }
}

export const settingsEdit = ({ subjectDe, subjectEn, remedy, regime, signatures }: z.output<typeof SettingsForm>): Edit => ({
  do: 'settings',
  subject: { de: subjectDe, en: subjectEn },
  remedy,
  regime,
  signatures: Number(signatures) as 0 | 1 | 2,
})
