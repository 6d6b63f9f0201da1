import { mod97 } from '#platform/mod97.ts'
import { type Read, wrong } from './answer.rules.ts'
import { lineOf } from './words.rules.ts'

/** Lengths of account numbers in the countries of SEPA (SWIFT IBAN Registry). */
const lengths: Record<string, number> = {
  AD: 24, AL: 28, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22, GI: 23, GR: 27,
  HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MD: 24, ME: 22, MK: 19, MT: 31, NL: 18, NO: 15, PL: 28,
  PT: 25, RO: 24, RS: 22, SE: 24, SI: 19, SK: 24, SM: 27, VA: 22,
} // biome-ignore format: a table

/** ISO 13616: the first four signs behind the others, letters as 10 to 35, must leave 1 when divided by 97. Kept without spaces. */
export function readIban(raw: unknown): Read {
  const iban = (lineOf(raw) ?? '').replace(/[\s.-]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{1,30}$/.test(iban) || lengths[iban.slice(0, 2)] !== iban.length) return wrong('iban')
  return mod97(iban.slice(4) + iban.slice(0, 4)) === 1 ? { value: iban } : wrong('iban')
}
