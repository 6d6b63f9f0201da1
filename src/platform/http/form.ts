import { z } from 'zod'
import { hasText, type Locale, textIn } from '../text.ts'

/** Raw values of a form: each name with everything that was sent under it, in order. */
export type Raw = Map<string, string[]>

/**
 * The values as an object: `a` → text, `a` twice → list, `a[b]` → object, `a[]` → list. Empty texts count as not given.
 * Names that objects use themselves are dropped, so nothing can reach a prototype.
 */
export function nest(raw: Raw): Record<string, unknown> {
  const result: Record<string, unknown> = Object.create(null)
  for (const [name, all] of raw) {
    const values = all.filter((value) => value !== '')
    const match = /^([\w-]+)(?:\[([\w-]+)\])?(\[\])?$/.exec(name)
    if (!match || values.length === 0) continue
    const [, outer = '', inner, list] = match
    const value = list || values.length > 1 ? values : values[0]
    if (isTaken(outer) || (inner && isTaken(inner))) continue
    if (!inner) result[outer] = value
    else {
      const group = result[outer] ?? Object.create(null)
      result[outer] = group
      if (typeof group === 'object' && !Array.isArray(group)) (group as Record<string, unknown>)[inner] = value
    }
  }
  // Plain objects for whoever reads them: all that could reach a prototype was dropped.
  return Object.fromEntries(Object.entries(result).map(([name, value]) => [name, isGroup(value) ? { ...value } : value]))
}
const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A group with a `toString` of its own could not even be shown again as text. */
const isTaken = (name: string): boolean => name in Object.prototype || name === 'prototype'

/** Where the schema wants a list and one value came, the value becomes a list. */
export function fitLists(schema: z.ZodType, values: Record<string, unknown>): Record<string, unknown> {
  if (!(schema instanceof z.ZodObject)) return values
  const fitted = { ...values }
  for (const [name, field] of Object.entries(schema.shape)) {
    if (fitted[name] !== undefined && !Array.isArray(fitted[name]) && isList(field as z.ZodType)) fitted[name] = [fitted[name]]
  }
  return fitted
}

function isList(schema: z.ZodType): boolean {
  if (schema instanceof z.ZodArray) return true
  const inner = (schema.def as { innerType?: z.ZodType; in?: z.ZodType }).innerType ?? (schema.def as { in?: z.ZodType }).in
  return inner !== undefined && isList(inner)
}

/** One sentence for each field that is wrong, in the reader's language. */
export function errorsOf(error: z.ZodError, locale: Locale): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.') || 'form'
    errors[field] ??= sentenceOf(issue, locale)
  }
  return errors
}

function sentenceOf(issue: z.core.$ZodIssue, locale: Locale): string {
  const say = (key: string, params?: Record<string, string | number>) => textIn(locale, `error.${key}`, params)
  if (hasText(issue.message, locale)) return textIn(locale, issue.message)
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? say('required') : say(issue.expected === 'number' ? 'number' : 'invalid')
    case 'too_small':
      if (issue.origin === 'string') return Number(issue.minimum) <= 1 ? say('required') : say('tooShort', { min: Number(issue.minimum) })
      if (issue.origin === 'array') return say('tooFew', { min: Number(issue.minimum) })
      return say('tooSmall', { min: Number(issue.minimum) })
    case 'too_big':
      if (issue.origin === 'string') return say('tooLong', { max: Number(issue.maximum) })
      if (issue.origin === 'array') return say('tooMany', { max: Number(issue.maximum) })
      return say('tooLarge', { max: Number(issue.maximum) })
    case 'invalid_format':
      return issue.format === 'email' ? say('email') : issue.format === 'date' ? say('date') : say('invalid')
    case 'invalid_value':
      return say(issue.input === undefined ? 'required' : 'choice')
    default:
      return say('invalid')
  }
}
