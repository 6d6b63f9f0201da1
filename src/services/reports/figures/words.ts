import { type Locale, textIn } from '#platform/text.ts'

/** Names of the parts by their codes, in the language of the reader. */
export type Names = Record<'category' | 'district' | 'unit', ReadonlyMap<string, string>>

/** The name of a part, or the word for reports that belong to none. */
export const nameOf = (locale: Locale, names: Names, part: keyof Names, code: string | null): string =>
  code === null ? textIn(locale, `figures.none.${part}`) : (names[part].get(code) ?? code)

/** Why reports ended, in the words of the process. */
export const endWords = (locale: Locale, reason: string): string =>
  textIn(locale, reason === 'unknown' ? 'figures.end.unknown' : `report.endReason.${reason}`)

const monthFormats = {
  de: new Intl.DateTimeFormat('de-DE', { month: 'short', year: '2-digit', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'short', year: '2-digit', timeZone: 'UTC' }),
}

/** `2026-05` as people write it: Mai 26. */
export const monthWords = (locale: Locale, month: string): string => monthFormats[locale].format(new Date(`${month}-15T00:00:00Z`))
