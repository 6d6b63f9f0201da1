import { type Locale, textIn } from '#platform/text.ts'
import type { Condition, DayRef, FieldRef, Operand } from '../condition.rules.ts'
import type { Field } from '../field.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { fieldOf } from '../form-index.rules.ts'
import { dayWords } from './day-words.ts'

/** A condition as a sentence without its end: "„Rasse“ ist „Listenhund“ und „Ermäßigung“ ist nicht „Ja“". */
export function conditionWords(form: FormDefinition, condition: Condition, locale: Locale): string {
  const say = (key: string, params: Record<string, string | number> = {}) => textIn(locale, `form.condition.${key}`, params)

  function words(one: Condition, inside: boolean): string {
    if ('of' in one) {
      if (one.op === 'not')
        return one.of.op === 'isEmpty' ? say('isGiven', { field: nameOf(one.of.left) }) : say('not', { of: words(one.of, false) })
      const joined = one.of.map((part) => words(part, one.of.length > 1)).join(` ${say(one.op)} `)
      return inside && one.of.length > 1 ? `(${joined})` : joined
    }
    const field = nameOf(one.left)
    switch (one.op) {
      case 'isEmpty':
        return say('isEmpty', { field })
      case 'inArea':
        return say('inArea', { field, area: one.area })
      case 'in':
        return say('in', { field, values: one.values.map((value) => valueWords(one.left, value)).join(', ') })
      case 'ageOn':
        return say(`age.${one.is}`, { field, years: one.years, on: dayOf(one.on) })
      default:
        return say(`${isTimed(one.left) ? 'day.' : ''}${one.op}`, { field, value: operand(one.left, one.right) })
    }
  }

  const itemOf = ({ field }: FieldRef): Field | undefined => fieldOf(form, field)?.item
  const nameOf = (ref: FieldRef) => {
    const label = itemOf(ref)?.label
    const name = label?.[locale] || label?.de || label?.en || ref.field
    return say('name', { name: ref.part === undefined ? name : `${name}: ${textIn(locale, `form.part.${ref.part}`)}` })
  }
  const isTimed = (ref: FieldRef) =>
    ref.part === 'birthDate' || (ref.part === undefined && ['date', 'time'].includes(itemOf(ref)?.kind ?? ''))

  function operand(left: FieldRef, right: Operand): string {
    return 'value' in right ? valueWords(left, right.value) : dayOf(right)
  }

  function dayOf(ref: DayRef): string {
    if ('day' in ref) return dayWords(ref.day, locale)
    if ('field' in ref) return nameOf(ref)
    const span = (unit: 'years' | 'days', count = 0) =>
      count === 0 ? [] : [say(`${unit}.${count < 0 ? 'before' : 'after'}`, { count: Math.abs(count) })]
    return [...span('years', ref.years), ...span('days', ref.days)].join(', ') || say('today')
  }

  function valueWords(ref: FieldRef, value: string | number | boolean): string {
    const item = ref.part === undefined ? itemOf(ref) : undefined
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no')
    if (typeof value === 'number') {
      const isMoney = item?.kind === 'money' || (item?.kind === 'calculated' && item.result === 'money')
      const style = isMoney ? ({ style: 'currency', currency: 'EUR' } as const) : {}
      return new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en-GB', style).format(isMoney ? value / 100 : value)
    }
    const label = item?.options?.find(({ key }) => key === value)?.label
    if (isTimed(ref)) return dayWords(value, locale)
    return say('name', { name: label?.[locale] || label?.de || label?.en || value })
  }

  return words(condition, false)
}
