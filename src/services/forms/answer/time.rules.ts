import { dayOf, isDay } from '../day.rules.ts'
import { type Read, wrong } from './answer.rules.ts'
import { lineOf } from './words.rules.ts'

/** "2026-05-03" or "3.5.2026"; a year of two digits is not guessed. */
export function readDay(raw: unknown): Read {
  const text = lineOf(raw) ?? ''
  if (isDay(text)) return { value: text }
  const german = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text)
  const value = german && dayOf(Number(german[3]), Number(german[2]), Number(german[1]))
  return value ? { value } : wrong('date')
}

/** "9:05", "09.05 Uhr", "9 Uhr". */
export function readTime(raw: unknown): Read {
  const found = /^(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?(\s?Uhr)?$/i.exec(lineOf(raw) ?? '')
  if (!found || (found[2] === undefined && !found[3])) return wrong('time')
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)]
  return hour < 24 && minute < 60 ? { value: `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` } : wrong('time')
}
