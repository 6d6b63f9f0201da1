import { readAnswer } from '../answer/read.rules.ts'
import type { Condition, FieldRef } from '../condition.rules.ts'
import type { Expression } from '../expression.rules.ts'
import type { Facts } from '../facts.rules.ts'
import type { Field } from '../field.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { allItems, fieldOf, isGroup } from '../form-index.rules.ts'
import { type Finding, found, type Place } from './finding.rules.ts'
import { placeOf } from './structure.rules.ts'

/** Values that conditions and tables name must be possible answers. */
export function proveValues(form: FormDefinition): Finding[] {
  const findings: Finding[] = []
  const inCondition = (condition: Condition | undefined, place: Place) => {
    for (const { left, value } of valuesIn(condition)) findings.push(...proveValue(form, left, value, place))
  }
  for (const page of form.pages) inCondition(page.visibleIf, { page: page.key })
  for (const exit of form.exits) inCondition(exit.when, { exit: exit.key })
  for (const placed of allItems(form)) {
    const { item } = placed
    const place = placeOf(placed)
    inCondition(item.visibleIf, place)
    if (isGroup(item)) continue
    inCondition(item.requiredIf, place)
    for (const { key, onlyIf } of item.options ?? []) inCondition(onlyIf, { ...place, option: key })
    for (const { that } of item.checks?.must ?? []) inCondition(that, place)
    for (const part of partsOfExpression(item.expression)) {
      if ('when' in part) inCondition(part.when, place)
      if ('where' in part) inCondition(part.where, place)
      if (part.op === 'lookup') findings.push(...proveTable(form, part, place))
    }
  }
  return findings
}

type Compared = { left: FieldRef; value: string | number | boolean }

function valuesIn(condition: Condition | undefined): Compared[] {
  if (!condition) return []
  if (condition.op === 'and' || condition.op === 'or') return condition.of.flatMap(valuesIn)
  if (condition.op === 'not') return valuesIn(condition.of)
  if (condition.op === 'in') return condition.values.map((value) => ({ left: condition.left, value }))
  return 'right' in condition && 'value' in condition.right ? [{ left: condition.left, value: condition.right.value }] : []
}

function* partsOfExpression(expression: Expression | undefined): Generator<Expression> {
  if (!expression) return
  yield expression
  if (expression.op === 'if') {
    yield* partsOfExpression(expression.so)
    yield* partsOfExpression(expression.otherwise)
  } else if ('left' in expression) {
    yield* partsOfExpression(expression.left)
    yield* partsOfExpression(expression.right)
  } else if ('of' in expression) for (const one of [expression.of].flat()) yield* partsOfExpression(one)
}

const facts: Facts = { today: '2000-01-01' }

/** Whether a fixed value could be an answer at all, whatever the checks of the field say. */
export function isPossible(field: Field, value: string | number | boolean): boolean {
  if (field.kind === 'calculated') return typeof value === 'number'
  // A limit may lie between two answers, such as 2.5 for a whole number.
  if (field.kind === 'number' || field.kind === 'money') return typeof value === 'number'
  const read = readAnswer(
    { ...field, checks: {} },
    value,
    facts,
    field.options?.map(({ key }) => key),
  )
  return Array.isArray(read.value) ? read.value.includes(value as never) : read.value === value
}

function proveValue(form: FormDefinition, { field: key, part }: FieldRef, value: Compared['value'], place: Place): Finding[] {
  const field = fieldOf(form, key)?.item
  if (!field) return []
  if (part !== undefined)
    return typeof value === 'string' ? [] : [found('wrongValue', place, { key: `${key}.${part}`, value: String(value) })]
  if (isPossible(field, value)) return []
  const kind = field.kind === 'choice' || field.kind === 'multiChoice' ? 'noOption' : 'wrongValue'
  return [found(kind, place, { key, value: String(value) })]
}

function proveTable(
  form: FormDefinition,
  { field: key, table, otherwise }: Extract<Expression, { op: 'lookup' }>,
  place: Place,
): Finding[] {
  const options = fieldOf(form, key)?.item.options?.map((option) => option.key)
  if (!options) return fieldOf(form, key) ? [found('wrongValue', place, { key, value: Object.keys(table)[0] ?? '' })] : []
  const missing = otherwise === undefined ? options.filter((option) => !Object.hasOwn(table, option)) : []
  return [
    ...Object.keys(table).flatMap((value) => (options.includes(value) ? [] : [found('noOption', place, { key, value })])),
    ...(missing.length ? [found('priceMissing', place, { key, values: missing.slice(0, 5).join(', ') })] : []),
  ]
}
