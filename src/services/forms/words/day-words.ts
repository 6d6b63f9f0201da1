import type { Locale } from '#platform/text.ts'
import { isDay } from '../day.rules.ts'

/** "3. Mai 2026", "3 May 2026"; what is no day stays as it is. */
export const dayWords = (day: string, locale: Locale): string =>
  isDay(day)
    ? new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${day}T00:00:00Z`),
      )
    : day
