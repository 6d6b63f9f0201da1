import { OUTSIDE } from '../paths.ts'

/** Address of a form of a report, or of the page without network. */
export const entryPath = (number: string, to?: string): string => [OUTSIDE, number, ...(to ? [to] : [])].join('/')

/** The report that an entry of the queue is about; undefined for what other modules wrote. */
export const numberOf = (url: string): string | undefined => /^\/amt\/unterwegs\/([^/]+)\/(?:schritt|notiz)$/.exec(url)?.[1]
