import { type Locale, textIn } from '#platform/text.ts'
import type { FieldError } from './state.rules.ts'
import { dayWords } from './words/day-words.ts'

/** What is wrong, in words: the form's own where it has some. */
export function errorWords({ code, params = {}, message }: Omit<FieldError, 'path' | 'page'>, locale: Locale): string {
  if (message?.[locale]) return message[locale]
  const { day, ...others } = params
  return textIn(locale, `form.error.${code}`, { ...others, ...(day !== undefined && { day: dayWords(String(day), locale) }) })
}
