import type { Facts } from '../facts.rules.ts'
import type { Field } from '../field.rules.ts'
import { freeParts, LINE_LENGTH, partsOf, usualParts } from '../kinds.rules.ts'
import { type AnswerFault, isRecord, own, type PartsAnswer, type Read, wrong } from './answer.rules.ts'
import { readEmail, readPhone } from './contact.rules.ts'
import { readDay } from './time.rules.ts'
import { lineOf } from './words.rules.ts'

type Whole = keyof typeof partsOf
export const hasParts = (kind: string): kind is Whole => Object.hasOwn(partsOf, kind)

/** The parts that a field of a person, an organisation or an address asks, in the order in which they are asked. */
export function partsAsked({ kind, parts }: Pick<Field, 'kind' | 'parts'>): readonly string[] {
  if (!hasParts(kind)) return []
  const asked: readonly string[] = parts?.length ? parts : usualParts[kind]
  return partsOf[kind].filter((part) => asked.includes(part))
}

/** Nothing, if no part is given; else each part that is asked. The first fault is told. */
export function readParts(field: Field, raw: unknown, facts: Facts): Read {
  const asked = partsAsked(field)
  const given = asked.map((part) => [part, lineOf(own(raw, part)) ?? ''] as const)
  if (!isRecord(raw)) return raw === undefined || raw === null || raw === '' ? {} : wrong('invalid')
  if (given.every(([, text]) => text === '')) return {}
  const value: PartsAnswer = {}
  const foreign = field.anywhere && !/^(|de|deutschland|germany)$/i.test(lineOf(own(raw, 'country')) ?? '')
  for (const [part, text] of given) {
    if (text === '' && freeParts.has(part)) continue
    const read = text === '' ? wrong('required') : readPart(part, text, { foreign: !!foreign, anywhere: !!field.anywhere, facts })
    if (read.fault) return { fault: { ...read.fault, part } satisfies AnswerFault }
    value[part] = read.value as string
  }
  if (field.kind === 'address') Object.assign(value, pointOf(raw))
  return { value }
}

const checkPart: Record<string, (text: string) => Read> = { birthDate: readDay, email: readEmail, phone: readPhone }

function readPart(part: string, text: string, about: { foreign: boolean; anywhere: boolean; facts: Facts }): Read {
  if (text.length > LINE_LENGTH) return wrong('tooLong', { params: { max: LINE_LENGTH } })
  if (part === 'postalCode' && !about.foreign && !/^\d{5}$/.test(text)) return wrong('postalCode')
  if (part === 'street' && !about.anywhere && about.facts.knowsStreet?.(text) === false) return wrong('street')
  return checkPart[part]?.(text) ?? { value: text }
}

/** The point of an address or a place, where one was found. */
export function pointOf(raw: unknown): { lat: number; lon: number } | undefined {
  const [lat, lon] = [coordinate(own(raw, 'lat'), 90), coordinate(own(raw, 'lon'), 180)]
  return lat === undefined || lon === undefined ? undefined : { lat, lon }
}

function coordinate(raw: unknown, most: number): number | undefined {
  const number = typeof raw === 'string' && /^-?\d{1,3}(\.\d{1,18})?$/.test(raw) ? Number(raw) : raw
  return typeof number === 'number' && Math.abs(number) <= most ? number + 0 : undefined
}
