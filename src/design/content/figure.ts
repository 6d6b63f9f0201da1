import { currentLocale } from '#platform/text.ts'

/** A number as people of the page's language write it: 14.261, one digit after the comma at most. */
export const figureText = (value: number): string =>
  new Intl.NumberFormat(currentLocale() === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 1 }).format(value)
