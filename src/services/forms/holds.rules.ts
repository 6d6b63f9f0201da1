import { type Answer, isRecord } from './answer/answer.rules.ts'
import { pointOf } from './answer/parts.rules.ts'
import type { Condition, DayRef, Operand } from './condition.rules.ts'
import { isDay, moveDay, yearsBetween } from './day.rules.ts'
import type { Comparison } from './kinds.rules.ts'
import type { Look, Scope } from './scope.rules.ts'

/** Whether a condition holds for the answers of a scope. */
export function holds(condition: Condition, scope: Scope, look: Look): boolean {
  switch (condition.op) {
    case 'and':
      return condition.of.every((one) => holds(one, scope, look))
    case 'or':
      return condition.of.some((one) => holds(one, scope, look))
    case 'not':
      return !holds(condition.of, scope, look)
    case 'isEmpty':
      return look.value(condition.left, scope) === undefined
    case 'in': {
      const value = look.value(condition.left, scope)
      return condition.values.some((one) => isSame(value, one))
    }
    case 'inArea':
      return isInArea(look.value(condition.left, scope), condition.area, look)
    case 'ageOn': {
      const [birth, on] = [look.value(condition.left, scope), dayFor(condition.on, scope, look)]
      return typeof birth === 'string' && isDay(birth) && on !== undefined && isSo(condition.is, yearsBetween(birth, on) - condition.years)
    }
    default:
      return compares(condition.op, look.value(condition.left, scope), operandFor(condition.right, scope, look))
  }
}

function isInArea(value: Answer | undefined, area: string, { facts }: Look): boolean {
  const point = isRecord(value) ? pointOf(value) : undefined
  return !!point && !!facts.areasAt?.(point).includes(area)
}

/** Fixed values of several choices mean: is among the chosen. */
const isSame = (value: Answer | undefined, other: unknown): boolean =>
  Array.isArray(value) && !Array.isArray(other) ? value.some((one) => one === other) : value !== undefined && value === other

/** Whether a difference is as a comparison wants it. */
const isSo = (op: Comparison, difference: number): boolean =>
  op === 'eq'
    ? difference === 0
    : op === 'ne'
      ? difference !== 0
      : op === 'lt'
        ? difference < 0
        : op === 'le'
          ? difference <= 0
          : op === 'gt'
            ? difference > 0
            : difference >= 0

/** `ne` is the opposite of `eq`; the others need two numbers or two texts (days and times sort as they are written). */
export function compares(op: Comparison, left: Answer | undefined, right: Answer | undefined): boolean {
  if (op === 'eq') return isSame(left, right)
  if (op === 'ne') return !isSame(left, right)
  if (typeof left === 'number' && typeof right === 'number') return isSo(op, left - right)
  if (typeof left === 'string' && typeof right === 'string') return isSo(op, left < right ? -1 : left > right ? 1 : 0)
  return false
}

const operandFor = (operand: Operand, scope: Scope, look: Look): Answer | undefined =>
  'value' in operand ? operand.value : dayFor(operand, scope, look)

/** Also the plain answer of the field that a day names. */
export function dayFor(ref: DayRef, scope: Scope, look: Look): string | undefined
export function dayFor(ref: DayRef, scope: Scope, look: Look): Answer | undefined {
  if ('day' in ref) return ref.day
  if ('today' in ref) return moveDay(look.facts.today, ref)
  return look.value(ref, scope)
}
