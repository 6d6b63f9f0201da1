import { type Read, wrong } from './answer.rules.ts'
import { lineOf } from './words.rules.ts'

const MOST = 1e12

/**
 * A number as people write it: "1.234,5", "1234,5", "1234.5", "-3". With a comma, points part thousands. Without one, points with three
 * digits after each do so too ("1.234"), unless the field itself has three decimals or more.
 */
export function numberFrom(text: string, decimals: number): number | undefined {
  const plain = text.replace(/[\s'\u2019]/g, '').replace(/^\u2212/, '-')
  const grouped = /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain) && (decimals < 3 || plain.includes(','))
  const dotted = grouped ? plain.replace(/\./g, '').replace(',', '.') : plain.replace(',', '.')
  if (!/^[+-]?(\d{1,15}(\.\d{0,15})?|\.\d{1,15})$/.test(dotted)) return undefined
  const number = Number(dotted)
  // −0 is no number that people give, and does not survive JSON.
  return Math.abs(number) <= MOST ? number + 0 : undefined
}

const fits = (number: number, decimals: number) => Math.abs(Number(number.toFixed(decimals)) - number) < 1e-9

export function readNumber(raw: unknown, decimals: number): Read {
  const number = typeof raw === 'number' ? (Math.abs(raw) <= MOST ? raw + 0 : undefined) : numberFrom(lineOf(raw) ?? 'x', decimals)
  if (number === undefined) return wrong('number')
  return fits(number, decimals) ? { value: Number(number.toFixed(decimals)) + 0 } : wrong('decimals', { params: { decimals } })
}

/** Cents. A number is cents already; a text is euros: "12,50" and "12,50 €" are 1250. */
export function readMoney(raw: unknown): Read {
  if (typeof raw === 'number') return Number.isInteger(raw) && Math.abs(raw) <= MOST ? { value: raw + 0 } : wrong('money')
  const euros = numberFrom((lineOf(raw) ?? 'x').replace(/\s*(€|EUR|Euro)$/i, '').replace(/^(€|EUR)\s*/i, ''), 2)
  if (euros === undefined || !fits(euros, 2)) return wrong('money')
  const cents = Math.round(euros * 100) + 0
  return Math.abs(cents) <= MOST ? { value: cents } : wrong('money')
}
