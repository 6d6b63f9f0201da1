import type { DayRef } from '../../forms/index.ts'

/** A day as an editor writes it: `1.6.2026`, `heute`, `heute + 14`, `heute - 18 Jahre`, `=beginn` for the answer to a field. */
export function dayRefFrom(text: string): DayRef | undefined {
  const plain = text.trim()
  const field = /^=\s*([a-z][A-Za-z0-9]{0,39})(?:\.([A-Za-z]{1,40}))?$/.exec(plain)
  if (field) return { field: field[1]!, ...(field[2] !== undefined && { part: field[2] }) }
  const day = dayFrom(plain)
  if (day) return { day }
  const today = /^(?:heute|today)(?:\s*([+-])\s*(\d{1,5})\s*(tage?|days?|jahre?|years?)?)?$/i.exec(plain)
  if (!today) return undefined
  const [, sign, digits, unit = ''] = today
  if (digits === undefined) return { today: true }
  const count = Number(digits) * (sign === '-' ? -1 : 1)
  const inYears = /^[jy]/i.test(unit)
  if (Math.abs(count) > (inYears ? 200 : 73_000)) return undefined
  return { today: true, ...(inYears ? { years: count } : { days: count }) }
}

function dayFrom(text: string): string | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const day = german ? `${german[3]}-${german[2]!.padStart(2, '0')}-${german[1]!.padStart(2, '0')}` : text
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? undefined : day
}

/** The same as it is written; both spans of one day are written as days, which nobody enters here. */
export function dayRefText(ref: DayRef | undefined): string {
  if (!ref) return ''
  if ('field' in ref) return `=${ref.field}${ref.part === undefined ? '' : `.${ref.part}`}`
  if ('day' in ref) {
    const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(ref.day)
    return parts ? `${Number(parts[3])}.${Number(parts[2])}.${parts[1]}` : ''
  }
  const span = (count: number | undefined, unit: string) => (count ? ` ${count < 0 ? '-' : '+'} ${Math.abs(count)}${unit}` : '')
  return `heute${ref.years ? span(ref.years, ' Jahre') : span(ref.days, '')}`
}
