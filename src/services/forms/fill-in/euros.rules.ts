/** "12,50 €", "€12.50". */
export const inEuros = (cents: number, locale: string): string =>
  new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE', { style: 'currency', currency: 'EUR' }).format(cents / 100)
