import type { Locale } from '#platform/text.ts'

/** "105,00 €" */
export const euros = (cents: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en-GB', { style: 'currency', currency: 'EUR' }).format(cents / 100)
