import type { Facts } from '../facts.rules.ts'
import type { Field } from '../field.rules.ts'
import { LINE_LENGTH, LONG_LENGTH } from '../kinds.rules.ts'
import { readIban } from './account.rules.ts'
import { isRecord, own, type PlaceAnswer, type Read, wrong } from './answer.rules.ts'
import { readChoice, readChoices, readDeclaration, readFiles, readYesNo } from './choice.rules.ts'
import { readEmail, readPhone } from './contact.rules.ts'
import { readMoney, readNumber } from './number.rules.ts'
import { hasParts, pointOf, readParts } from './parts.rules.ts'
import { readPlate } from './plate.rules.ts'
import { readDay, readTime } from './time.rules.ts'
import { lineOf, linesOf } from './words.rules.ts'

const isNothing = (raw: unknown) =>
  raw === undefined || raw === null || (typeof raw === 'string' && lineOf(raw) === '') || (Array.isArray(raw) && raw.length === 0)

/**
 * What somebody gave, in the kind's own type, or what is wrong with it. Reading what was read gives the same. `offered` are the options
 * that may be chosen now.
 */
export function readAnswer(field: Field, raw: unknown, facts: Facts, offered: readonly string[] = []): Read {
  if (isNothing(raw)) return {}
  switch (field.kind) {
    case 'text':
      return readText(lineOf(raw), field.checks?.maxLength ?? LINE_LENGTH)
    case 'longText':
      return readText(linesOf(raw), field.checks?.maxLength ?? LONG_LENGTH)
    case 'number':
      return readNumber(raw, field.decimals ?? 0)
    case 'money':
      return readMoney(raw)
    case 'date':
      return readDay(raw)
    case 'time':
      return readTime(raw)
    case 'choice':
      return readChoice(raw, offered)
    case 'multiChoice':
      return readChoices(raw, offered)
    case 'yesNo':
      return readYesNo(raw)
    case 'declaration':
      return readDeclaration(raw)
    case 'upload':
      return readFiles(raw)
    case 'place':
      return readPlace(raw)
    case 'iban':
      return readIban(raw)
    case 'plate':
      return readPlate(raw)
    case 'email':
      return readEmail(raw)
    case 'phone':
      return readPhone(raw)
    default:
      return hasParts(field.kind) ? readParts(field, raw, facts) : {}
  }
}

function readText(text: string | undefined, max: number): Read {
  if (text === undefined) return wrong('invalid')
  if (text.length > max) return wrong('tooLong', { params: { max } })
  return text === '' ? {} : { value: text }
}

function readPlace(raw: unknown): Read {
  const point = pointOf(raw)
  if (!point) return isRecord(raw) && !lineOf(own(raw, 'lat')) && !lineOf(own(raw, 'lon')) ? {} : wrong('place')
  const value: PlaceAnswer = { ...point, label: cut(own(raw, 'label'), 200) }
  for (const part of ['street', 'houseNumber', 'note'] as const) {
    const text = cut(own(raw, part), 500)
    if (text) value[part] = text
  }
  return { value }
}

const cut = (raw: unknown, most: number) => lineOf((lineOf(raw) ?? '').slice(0, most)) ?? ''
