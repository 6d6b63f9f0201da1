export type Way = 'transfer' | 'desk' | 'online'

/** Money that came, or went back (negative). */
export type Payment = {
  id: string
  chargeId: string | undefined
  way: Way
  cents: number
  /** `YYYY-MM-DD` */
  bookedOn: string
  payer: string
  words: string
}

/** One place for cents as people write them. */
export const euros = (cents: number, locale: 'de' | 'en'): string =>
  new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en-GB', { style: 'currency', currency: 'EUR' }).format(cents / 100)
