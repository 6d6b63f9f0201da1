import type { Condition, DayRef, FieldRef } from './condition.rules.ts'
import type { Expression } from './expression.rules.ts'
import type { Field } from './field.rules.ts'

/** A field or group that something refers to; `within` are groups whose entries it is looked at from, besides those around it. */
export type Reference = { to: 'field' | 'group'; key: string; part?: string | undefined; within: readonly string[] }

const toField = ({ field, part }: FieldRef, within: readonly string[]): Reference => ({ to: 'field', key: field, part, within })
const toDay = (ref: DayRef, within: readonly string[]) => ('field' in ref ? [toField(ref, within)] : [])

export function refsOfCondition(condition: Condition | undefined, within: readonly string[] = []): Reference[] {
  if (!condition) return []
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.of.flatMap((one) => refsOfCondition(one, within))
    case 'not':
      return refsOfCondition(condition.of, within)
    case 'ageOn':
      return [toField(condition.left, within), ...toDay(condition.on, within)]
    case 'in':
    case 'isEmpty':
    case 'inArea':
      return [toField(condition.left, within)]
    default:
      return [toField(condition.left, within), ...('value' in condition.right ? [] : toDay(condition.right, within))]
  }
}

export function refsOfExpression(expression: Expression | undefined, within: readonly string[] = []): Reference[] {
  if (!expression) return []
  switch (expression.op) {
    case 'value':
      return []
    case 'field':
    case 'lookup':
      return [{ to: 'field', key: expression.field, part: 'part' in expression ? expression.part : undefined, within }]
    case 'round':
      return refsOfExpression(expression.of, within)
    case 'difference':
    case 'quotient':
      return [...refsOfExpression(expression.left, within), ...refsOfExpression(expression.right, within)]
    case 'if':
      return [
        ...refsOfCondition(expression.when, within),
        ...refsOfExpression(expression.so, within),
        ...refsOfExpression(expression.otherwise, within),
      ]
    case 'days':
      return [...toDay(expression.from, within), ...toDay(expression.to, within)]
    case 'count':
    case 'sumOver': {
      const inner = [...within, expression.group]
      return [
        { to: 'group', key: expression.group, within },
        ...refsOfCondition(expression.where, inner),
        ...(expression.op === 'sumOver' ? refsOfExpression(expression.of, inner) : []),
      ]
    }
    default:
      return expression.of.flatMap((one) => refsOfExpression(one, within))
  }
}

/** References of checks: other fields that an answer is held against. */
export const refsOfChecks = ({ checks }: Field): Reference[] => [
  ...(checks?.earliest ? toDay(checks.earliest, []) : []),
  ...(checks?.latest ? toDay(checks.latest, []) : []),
  ...(checks?.must ?? []).flatMap(({ that }) => refsOfCondition(that)),
]
