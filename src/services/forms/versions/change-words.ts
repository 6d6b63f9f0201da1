import { hasText, type Locale, textIn } from '#platform/text.ts'
import type { Words } from '../field.rules.ts'
import type { Change } from './diff.rules.ts'

/** A change in one sentence. */
export function changeWords({ kind, of, key, label, page, to, aspects = [] }: Change, locale: Locale): string {
  const said = (words: Words | undefined) => words?.[locale] || words?.de || words?.en || key
  const move = kind === 'moved' && to ? 'Away' : ''
  const names = aspects.map((aspect) => {
    const text = `form.aspect.${aspect}`
    return hasText(text, locale) ? textIn(locale, text) : textIn(locale, 'form.aspect.other')
  })
  const unique = [...new Set(names)].sort((a, b) => a.localeCompare(b, locale)).join(', ')
  return textIn(locale, `form.change.${of}.${kind}${move}`, { name: said(label), page: said(page), to: said(to), aspects: unique })
}
