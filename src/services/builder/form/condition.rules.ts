import {
  allItems,
  type Condition,
  type Field,
  type FieldRef,
  type FormDefinition,
  fieldOf,
  isGroup,
  partsAsked,
  readAnswer,
} from '../../forms/index.ts'
import { dayRefFrom, dayRefText } from './day-text.rules.ts'

export const comparisonTests = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'filled', 'empty', 'youngerThan', 'olderThan', 'inArea'] as const
export type ComparisonTest = (typeof comparisonTests)[number]

/** One line of a condition: `field` is a key, or `key.part` of a person. */
export type ConditionRow = { field: string; is: ComparisonTest; value: string }
export type ConditionRows = { join: 'and' | 'or'; rows: ConditionRow[] }

/** Tests that need no value. */
const bare: ReadonlySet<ComparisonTest> = new Set(['filled', 'empty'])

/** A condition as rows; undefined where it is deeper than rows can say. */
export function rowsOf(form: FormDefinition, condition: Condition | undefined): ConditionRows | undefined {
  if (!condition) return { join: 'and', rows: [] }
  const several = condition.op === 'and' || condition.op === 'or' ? condition : undefined
  const rows = (several ? several.of : [condition]).map((one) => rowOf(form, one))
  return rows.every((row) => row !== undefined) ? { join: several?.op ?? 'and', rows: rows as ConditionRow[] } : undefined
}

function rowOf(form: FormDefinition, one: Condition): ConditionRow | undefined {
  switch (one.op) {
    case 'and':
    case 'or':
      return undefined
    case 'not':
      return one.of.op === 'isEmpty' ? { field: refText(one.of.left), is: 'filled', value: '' } : undefined
    case 'isEmpty':
      return { field: refText(one.left), is: 'empty', value: '' }
    case 'inArea':
      return { field: refText(one.left), is: 'inArea', value: one.area }
    case 'in':
      return { field: refText(one.left), is: 'in', value: one.values.map((value) => valueText(form, one.left, value)).join('; ') }
    case 'ageOn': {
      const today = 'today' in one.on && !one.on.days && !one.on.years
      const is = one.is === 'lt' ? 'youngerThan' : one.is === 'ge' ? 'olderThan' : undefined
      return today && is ? { field: refText(one.left), is, value: String(one.years) } : undefined
    }
    default:
      return {
        field: refText(one.left),
        is: one.op,
        value: 'value' in one.right ? valueText(form, one.left, one.right.value) : dayRefText(one.right),
      }
  }
}

export type RowFault = { at: number; what: 'field' | 'value' }

/** The condition that rows say, or the row that cannot be read. No rows are no condition. */
export function conditionFrom(
  form: FormDefinition,
  { join, rows }: ConditionRows,
): { condition: Condition | undefined } | { fault: RowFault } {
  const all: Condition[] = []
  for (const [at, row] of rows.entries()) {
    const left = refFrom(row.field)
    const field = fieldOf(form, left.field)?.item
    if (!field) return { fault: { at, what: 'field' } }
    const read = one(field, left, row)
    if (!read) return { fault: { at, what: 'value' } }
    all.push(read)
  }
  return { condition: all.length === 0 ? undefined : all.length === 1 ? all[0] : { op: join, of: all } }
}

function one(field: Field, left: FieldRef, { is, value: text }: ConditionRow): Condition | undefined {
  const value = text.trim()
  if (!bare.has(is) && value === '') return undefined
  switch (is) {
    case 'filled':
      return { op: 'not', of: { op: 'isEmpty', left } }
    case 'empty':
      return { op: 'isEmpty', left }
    case 'inArea':
      return value.length <= 60 ? { op: 'inArea', left, area: value } : undefined
    case 'youngerThan':
    case 'olderThan':
      return /^\d{1,3}$/.test(value) && Number(value) <= 150
        ? { op: 'ageOn', left, on: { today: true }, is: is === 'youngerThan' ? 'lt' : 'ge', years: Number(value) }
        : undefined
    case 'in': {
      const values = value.split(';').flatMap((part) => (part.trim() ? [readValue(field, left, part.trim())] : []))
      return values.length > 0 && values.every((part) => part !== undefined)
        ? { op: 'in', left, values: values as (string | number | boolean)[] }
        : undefined
    }
    default: {
      const fixed = readValue(field, left, value)
      if (fixed !== undefined) return { op: is, left, right: { value: fixed } }
      const day = isDay(field, left) ? dayRefFrom(value) : undefined
      return day && { op: is, left, right: day }
    }
  }
}

const isDay = ({ kind }: Field, { part }: FieldRef) => part === 'birthDate' || (part === undefined && kind === 'date')

/** A value as answers to the field are kept; options by their key or their words. */
function readValue(field: Field, left: FieldRef, text: string): string | number | boolean | undefined {
  if (text.length > 300) return undefined
  if (left.part !== undefined && left.part !== 'birthDate') return text
  const like: Field = {
    ...field,
    kind: isDay(field, left) ? 'date' : field.kind === 'calculated' ? (field.result ?? 'number') : field.kind,
    decimals: field.decimals ?? (field.kind === 'calculated' ? 6 : 0),
  }
  switch (like.kind) {
    case 'choice':
    case 'multiChoice':
      return optionFrom(field, text)
    case 'declaration':
    case 'yesNo': {
      const read = readAnswer({ ...like, kind: 'yesNo' }, text, { today: '2000-01-01' }).value
      return typeof read === 'boolean' ? read : undefined
    }
    case 'number':
    case 'money':
    case 'date':
    case 'time': {
      const read = readAnswer(like, text, { today: '2000-01-01' }).value
      return typeof read === 'string' || typeof read === 'number' ? read : undefined
    }
    default:
      return text
  }
}

const optionFrom = ({ options = [] }: Field, text: string): string | undefined => {
  const small = text.toLowerCase()
  return (
    options.find(({ key }) => key === text) ??
    options.find(({ label }) => [label.de, label.en].some((words) => words.toLowerCase() === small))
  )?.key
}

function valueText(form: FormDefinition, left: FieldRef, value: string | number | boolean): string {
  const field = left.part === undefined ? fieldOf(form, left.field)?.item : undefined
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  if (typeof value === 'number')
    return field && isMoney(field) ? (value / 100).toFixed(2).replace('.', ',') : String(value).replace('.', ',')
  const label = field?.options?.find(({ key }) => key === value)?.label.de
  return label || dayRefText({ day: value }) || value
}

const isMoney = ({ kind, result }: Field) => kind === 'money' || (kind === 'calculated' && result === 'money')

export const refText = ({ field, part }: FieldRef): string => (part === undefined ? field : `${field}.${part}`)
function refFrom(text: string): FieldRef {
  const [field = '', part] = text.split('.')
  return part === undefined ? { field } : { field, part }
}

/** What a condition may look at, in the order it is asked: fields, and the parts of persons, organisations and addresses. */
export function askable(form: FormDefinition): { value: string; field: Field; part: string | undefined }[] {
  return [...allItems(form)].flatMap(({ item }) => {
    if (isGroup(item) || item.kind === 'info') return []
    const parts = partsAsked(item).map((part) => ({ value: `${item.key}.${part}`, field: item, part }))
    return [{ value: item.key, field: item, part: undefined }, ...parts]
  })
}
