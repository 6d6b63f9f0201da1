import type { Locale } from '#platform/text.ts'
import { hasParts, partsAsked } from '../answer/parts.rules.ts'
import { errorWords } from '../error-words.ts'
import type { Evaluation } from '../evaluate.rules.ts'
import type { FieldError } from '../state.rules.ts'
import { fieldName } from './names.rules.ts'

/** What is wrong, by the name of the field in HTML: `said` for the field, `summed` with the field's own label for the list above. */
export type PageErrors = { said: Record<string, string>; summed: Record<string, string> }

export function pageErrors({ fields }: Pick<Evaluation, 'fields'>, errors: readonly FieldError[], locale: Locale): PageErrors {
  const found: PageErrors = { said: {}, summed: {} }
  for (const error of errors) {
    const field = fields.get(error.path)?.field ?? fields.get(error.path.slice(0, error.path.lastIndexOf('.')))?.field
    const whole = fields.has(error.path)
    const part = whole && field && hasParts(field.kind) ? `.${partsAsked(field)[0]}` : whole && field?.kind === 'place' ? '.placeText' : ''
    const name = fieldName(error.path + part)
    const text = errorWords(error, locale)
    found.said[name] ??= text
    const label = field?.label[locale] || field?.label.de
    found.summed[name] ??= label ? `${label.replace(/[.?:]$/, '')}: ${text}` : text
  }
  return found
}
