import { type Locale, textIn } from '#platform/text.ts'
import type { FieldError } from './state.rules.ts'

/** What is wrong, in words: the form's own where it has some. */
export function errorWords({ code, params = {}, message }: Omit<FieldError, 'path' | 'page'>, locale: Locale): string {
  if (message?.[locale]) return message[locale]
  const { day, ...others } = params
  return textIn(locale, `form.error.${code}`, { ...others, ...(day !== undefined && { day: dayWords(String(day), locale) }) })
}

/** "3. Mai 2026", "3 May 2026". */
const dayWords = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
