import type { Again } from '#platform/http/route.ts'
import { type Result, refuse } from '#platform/result.ts'
import { appended, type TextBlock, unknownVariables } from '#services/cases/index.ts'

/** What is said to many, in both languages, and the block that was chosen for it. */
type Draft = { text: string; textEn: string; baustein?: string | undefined }

/** For what answers with the form itself and changes nothing: `again` shows it. */
export const shownAgain = async (): Promise<Result<never>> => refuse('bulkShown')

/** The form with the words of `block` behind what was typed. */
export function withBlock<T extends Draft>(draft: T, block: TextBlock | undefined): Again {
  const { de, en } = block?.text ?? {}
  const text = de ? appended(draft.text, de) : draft.text
  const textEn = en ? appended(draft.textEn, en) : draft.textEn
  return { input: { ...draft, text, textEn, baustein: '' }, errors: {} }
}

/** Why this cannot be said. */
export function wrongIn(draft: Draft): Again['refusal'] {
  if (draft.text.trim() === '') return { code: 'textMissing', field: 'text' }
  for (const field of ['text', 'textEn'] as const) {
    const [name] = unknownVariables(draft[field])
    if (name !== undefined) return { code: 'variableUnknown', field, facts: { name: `{${name}}` } }
  }
  return undefined
}
