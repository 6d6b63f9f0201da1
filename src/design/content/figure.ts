import { currentLocale } from '#platform/text.ts'

const formats = {
  de: new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
}

/** A number as people of the page's language write it: 14.261, one digit after the comma at most. */
export const figureText = (value: number): string => formats[currentLocale()].format(value)
