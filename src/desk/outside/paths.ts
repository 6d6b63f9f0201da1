export const OUTSIDE = '/amt/unterwegs'
/** The same for everybody; filled from what the device keeps. */
export const WITHOUT_NETWORK = `${OUTSIDE}/ohne-netz`
/** What the device keeps a tour under. */
export const ALONG_KEY = 'outside.tour'

/** A report on the way; without a number the list. */
export const cardPath = (number: string | undefined, way: string): string =>
  `${OUTSIDE}${number ? `/${number}` : ''}${way ? `?${way}` : ''}`
