import type { Answer, ErrorCode } from './answer/answer.rules.ts'
import type { Checks, Field, Words } from './field.rules.ts'
import { dayFor, holds } from './holds.rules.ts'
import { fitsPattern } from './pattern/pattern.rules.ts'
import type { Look, Scope } from './scope.rules.ts'

/** What a check of the form found; `message` are its own words, else the text is `form.error.CODE`. */
export type Failed = { code: ErrorCode; params?: Record<string, string | number>; message?: Words }

/** What is wrong with an answer that could be read. */
export function checkAnswer(field: Field, value: Answer, scope: Scope, look: Look): Failed[] {
  const checks = field.checks ?? {}
  const failed = [...checkValue(field, checks, value), ...checkDays(checks, field, value, scope, look)]
  for (const { that, message } of checks.must ?? []) if (!holds(that, scope, look)) failed.push({ code: 'must', message })
  return failed
}

const below = (code: ErrorCode, value: number, min: number | undefined): Failed[] =>
  min !== undefined && value < min ? [{ code, params: { min } }] : []
const above = (code: ErrorCode, value: number, max: number | undefined): Failed[] =>
  max !== undefined && value > max ? [{ code, params: { max } }] : []

function checkValue({ kind }: Field, checks: Checks, value: Answer): Failed[] {
  if (kind === 'number' || kind === 'money') {
    // The words for money need euros.
    const unit = kind === 'money' ? 100 : 1
    const number = (value as number) / unit
    return [...below('tooSmall', number, over(checks.min, unit)), ...above('tooLarge', number, over(checks.max, unit))]
  }
  if (kind === 'multiChoice' || kind === 'upload') {
    const count = (value as readonly unknown[]).length
    return kind === 'upload'
      ? [...below('tooFewFiles', count, checks.minFiles), ...above('tooManyFiles', count, checks.maxFiles ?? 10)]
      : [...below('tooFewChosen', count, checks.minChosen), ...above('tooManyChosen', count, checks.maxChosen)]
  }
  if (kind !== 'text' && kind !== 'longText') return []
  const text = value as string
  const { pattern } = checks
  return [
    ...below('tooShort', text.length, checks.minLength),
    ...(pattern && !fitsPattern(pattern.regex, text) ? [{ code: 'pattern', message: pattern.message } as const] : []),
  ]
}

const over = (value: number | undefined, unit: number) => (value === undefined ? undefined : value / unit)

function checkDays({ earliest, latest }: Checks, { kind }: Field, value: Answer, scope: Scope, look: Look): Failed[] {
  if (kind !== 'date') return []
  const [first, last] = [earliest && dayFor(earliest, scope, look), latest && dayFor(latest, scope, look)]
  return [
    ...(first !== undefined && (value as string) < first ? [{ code: 'tooEarly', params: { day: first } } as const] : []),
    ...(last !== undefined && (value as string) > last ? [{ code: 'tooLate', params: { day: last } } as const] : []),
  ]
}
