import { mod97 } from '#platform/mod97.ts'

/** Of our own: `RF`, two check digits, the nine signs of a case's number, two digits. */
export const REFERENCE_LENGTH = 15

/**
 * Creditor references (ISO 11649): `RF`, two check digits (ISO 7064 MOD 97-10) and up to 21 letters and digits, by which a bank hands on what
 * a transfer is for. Ours are the number of the case and a running number: always `REFERENCE_LENGTH` signs.
 */
export function referenceFor(caseNumber: string, nth: number): string {
  const body = `${caseNumber.replace(/[^0-9A-Z]/g, '')}${String(nth).padStart(2, '0')}`
  if (!/^[0-9A-Z]{3,21}$/.test(body)) throw new Error(`no reference can be made of ${caseNumber}`)
  return `RF${String(98 - mod97(`${body}RF00`)).padStart(2, '0')}${body}`
}

/** The number of the case that a reference of ours was made from; the reference itself where it is none of ours. */
export const caseNumberIn = (reference: string): string =>
  reference.length === REFERENCE_LENGTH ? reference.slice(4, 13).replace(/^(.)(.{4})(.{4})$/, '$1-$2-$3') : reference

export const isReference = (text: string): boolean => /^RF\d{2}[0-9A-Z]{1,21}$/.test(text) && mod97(text.slice(4) + text.slice(0, 4)) === 1

/** Groups of four, as people read and type it. */
export const referenceInGroups = (reference: string): string => reference.replace(/(.{4})(?=.)/g, '$1 ')

/** References that stand in what a payer wrote, with or without spaces, the end of other words beside them. Each once. */
export function referencesIn(words: string): string[] {
  const text = words.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const found = new Set<string>()
  for (let at = text.indexOf('RF'); at >= 0; at = text.indexOf('RF', at + 1)) {
    const one = text.slice(at, at + REFERENCE_LENGTH)
    if (one.length === REFERENCE_LENGTH && isReference(one)) found.add(one)
  }
  return [...found]
}
