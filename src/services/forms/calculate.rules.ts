import { daysBetween } from '#platform/calendar/day.ts'
import { isDay } from './day.rules.ts'
import type { Expression } from './expression.rules.ts'
import type { Field } from './field.rules.ts'
import { dayFor, holds } from './holds.rules.ts'
import type { Rounding } from './kinds.rules.ts'
import type { Look, Scope } from './scope.rules.ts'

const MOST = 1e12

/** The value of a calculated field: money in whole cents, numbers to the field's decimals, undefined if something it needs is missing. */
export function calculated({ expression, result, decimals }: Field, scope: Scope, look: Look): number | undefined {
  const value = expression && calculate(expression, scope, look)
  if (value === undefined) return undefined
  return sound(rounded(value, result === 'money' ? 0 : (decimals ?? 2), 'half'))
}

const sound = (value: number): number | undefined => (Number.isFinite(value) && Math.abs(value) <= MOST ? value + 0 : undefined)

function calculate(expression: Expression, scope: Scope, look: Look): number | undefined {
  switch (expression.op) {
    case 'value':
      return expression.value
    case 'field':
      return numberOf(look.value(expression, scope))
    case 'lookup':
      return lookedUp(expression, scope, look)
    case 'if':
      return calculate(holds(expression.when, scope, look) ? expression.so : expression.otherwise, scope, look)
    case 'count':
      return those(expression, scope, look).length
    case 'sumOver':
      return total(those(expression, scope, look).map((one) => calculate(expression.of, one, look)))
    case 'days':
      return daysOf(expression, scope, look)
    case 'round': {
      const value = calculate(expression.of, scope, look)
      return value === undefined ? undefined : rounded(value, expression.decimals, expression.way)
    }
    case 'difference':
    case 'quotient': {
      const [left, right] = [calculate(expression.left, scope, look), calculate(expression.right, scope, look)]
      if (left === undefined || right === undefined) return undefined
      return sound(expression.op === 'difference' ? left - right : left / right)
    }
    default:
      return joined(
        expression.op,
        expression.of.map((one) => calculate(one, scope, look)),
      )
  }
}

const given = (values: readonly (number | undefined)[]) => values.filter((one) => one !== undefined)
const total = (values: readonly (number | undefined)[]) => sound(given(values).reduce((sum, one) => sum + one, 0))

function joined(op: 'sum' | 'product' | 'smallest' | 'largest', values: readonly (number | undefined)[]): number | undefined {
  if (op === 'sum') return total(values)
  const all = given(values)
  if (op === 'product') return all.length === values.length ? sound(all.reduce((product, one) => product * one, 1)) : undefined
  if (all.length === 0) return undefined
  return op === 'smallest' ? Math.min(...all) : Math.max(...all)
}

const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : undefined

const those = ({ group, where }: Extract<Expression, { op: 'count' | 'sumOver' }>, scope: Scope, look: Look) =>
  look.each(group, scope).filter((one) => !where || holds(where, one, look))

function lookedUp({ field, table, otherwise }: Extract<Expression, { op: 'lookup' }>, scope: Scope, look: Look): number | undefined {
  const value = look.value({ field }, scope)
  const of = (key: unknown) => (typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : otherwise)
  if (Array.isArray(value)) return total(value.map(of))
  return value === undefined ? undefined : of(value)
}

function daysOf({ from, to, inclusive }: Extract<Expression, { op: 'days' }>, scope: Scope, look: Look): number | undefined {
  const [first, last] = [dayFor(from, scope, look), dayFor(to, scope, look)]
  if (typeof first !== 'string' || typeof last !== 'string' || !isDay(first) || !isDay(last)) return undefined
  return daysBetween(first, last) + (inclusive ? 1 : 0)
}

/** Rounded as it is written, so that 1.005 is a half: what a number carries beyond 15 digits is error. */
export function rounded(value: number, decimals: number, way: Rounding): number {
  const moved = Number((value * 10 ** decimals).toPrecision(15))
  const whole = way === 'up' ? Math.ceil(moved) : way === 'down' ? Math.floor(moved) : Math.sign(moved) * Math.round(Math.abs(moved))
  return (decimals < 0 ? whole * 10 ** -decimals : whole / 10 ** decimals) + 0
}
