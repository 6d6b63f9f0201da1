import { type Read, wrong } from './answer.rules.ts'
import { lineOf } from './words.rules.ts'

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/

/** Kept in small letters, as accounts keep theirs. */
export function readEmail(raw: unknown): Read {
  const text = (lineOf(raw) ?? '').toLowerCase()
  const at = text.lastIndexOf('@')
  const domain = text.slice(at + 1).split('.')
  const sound =
    at > 0 && at <= 64 && text.length <= 254 && local.test(text.slice(0, at)) && domain.length > 1 && domain.every((one) => label.test(one))
  return sound && /^[a-z]{2}/.test(domain.at(-1)!) ? { value: text } : wrong('email')
}

/** Kept as "+4933112345"; a number that begins with one 0 is German. */
export function readPhone(raw: unknown): Read {
  const text = lineOf(raw) ?? ''
  if (!/^\+?[\d\s()/.\-\u2013]{3,40}$/.test(text)) return wrong('phone')
  const digits = text.replace(/\(0\)/, '').replace(/[^\d+]/g, '')
  const whole = digits.startsWith('+') ? digits : digits.startsWith('00') ? `+${digits.slice(2)}` : digits.replace(/^0/, '+49')
  return /^\+[1-9]\d{5,14}$/.test(whole) ? { value: whole } : wrong('phone')
}
