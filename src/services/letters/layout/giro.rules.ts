import { mod97 } from '#platform/mod97.ts'
import { ok, type Result, refuse } from '#platform/result.ts'

export type Transfer = { name: string; iban: string; bic?: string | undefined; cents: number; reference: string }

/** The check digits of an IBAN (ISO 13616, ISO 7064 MOD 97-10). */
export function isIban(text: string): boolean {
  const iban = text.replace(/\s/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false
  return mod97(iban.slice(4) + iban.slice(0, 4)) === 1
}

export const isBic = (text: string): boolean => /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(text)

/** Groups of four, as people read and type it. */
export const ibanInGroups = (iban: string): string =>
  iban
    .replace(/\s/g, '')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')

/**
 * The text of a GiroCode by the EPC's guideline for QR codes of SEPA transfers (EPC069-12, version 002): the bank's app fills in the
 * transfer from it. Refuses what such a code cannot say: `ibanWrong`, `bicWrong`, `amountWrong` (0.01 to 999,999,999.99 euros),
 * `giroTooLong` (name 70, reference 140 characters, 331 bytes in all).
 */
export function giroCode({
  name,
  iban,
  bic = '',
  cents,
  reference,
}: Transfer): Result<string, 'ibanWrong' | 'bicWrong' | 'amountWrong' | 'giroTooLong'> {
  const to = {
    name: oneLine(name),
    iban: iban.replace(/\s/g, '').toUpperCase(),
    bic: bic.replace(/\s/g, '').toUpperCase(),
    words: oneLine(reference),
  }
  if (!isIban(to.iban)) return refuse('ibanWrong')
  if (to.bic && !isBic(to.bic)) return refuse('bicWrong')
  if (!Number.isInteger(cents) || cents < 1 || cents > 99_999_999_999) return refuse('amountWrong')
  const amount = `EUR${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
  const code = ['BCD', '002', '1', 'SCT', to.bic, to.name, to.iban, amount, '', '', to.words].join('\n')
  if (!to.name || to.name.length > 70 || to.words.length > 140 || Buffer.byteLength(code) > 331) return refuse('giroTooLong')
  return ok(code)
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
