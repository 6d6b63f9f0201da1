import type { Locale } from '#platform/text.ts'
import { isRecord, own } from '../answer/answer.rules.ts'
import { readDay } from '../answer/time.rules.ts'
import type { Field } from '../field.rules.ts'

/** The answer at a path, as it is kept; undefined where there is none. */
export const answerAt = (answers: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((from, key) => (Array.isArray(from) ? from[Number(key)] : own(from, key)), answers)

/** An answer as the text of its field: what was typed stays as it was typed. */
export function shownText(field: Pick<Field, 'kind'>, answer: unknown, locale: Locale): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no'
  if (typeof answer === 'number') {
    const number = field.kind === 'money' ? (answer / 100).toFixed(2) : String(answer)
    return locale === 'de' ? number.replace('.', ',') : number
  }
  if (typeof answer !== 'string') return ''
  // A field for days takes no other form.
  const day = field.kind === 'date' ? readDay(answer).value : undefined
  return typeof day === 'string' ? day : answer
}

export const shownPart = (answer: unknown, part: string): string => {
  const text = isRecord(answer) ? own(answer, part) : undefined
  return typeof text === 'string' || typeof text === 'number' ? String(text) : ''
}

/** "yes" and "no" of a field that was sent. */
export const chosenKeys = (answer: unknown): string[] =>
  (Array.isArray(answer) ? answer : answer === undefined ? [] : [answer]).filter((one): one is string => typeof one === 'string')

/** Ids of files, however they are kept. */
export const fileIds = (answer: unknown): string[] =>
  (Array.isArray(answer) ? answer : []).flatMap((one) => {
    const id = isRecord(one) ? own(one, 'id') : one
    return typeof id === 'string' ? [id] : []
  })
