import type { Expression } from '../../forms/index.ts'

/** The ways in which a field can be calculated without writing a formula. Amounts are in the unit of the result: money in cents. */
export type Calculation =
  | { way: 'none' }
  | { way: 'fixed'; amount: number }
  | { way: 'sum'; fields: string[] }
  | { way: 'times'; field: string; amount: number }
  | { way: 'count'; group: string; amount: number }
  | { way: 'table'; field: string; table: Record<string, number> }
  /** A formula that these ways cannot say, such as one that came with an import; it is kept. */
  | { way: 'own' }
export const calculationWays = ['none', 'fixed', 'sum', 'times', 'count', 'table', 'own'] as const

export function calculationOf(expression: Expression | undefined): Calculation {
  if (!expression) return { way: 'none' }
  if (expression.op === 'value') return { way: 'fixed', amount: expression.value }
  if (expression.op === 'sum') {
    const fields = expression.of.map((one) => (one.op === 'field' && one.part === undefined ? one.field : undefined))
    return fields.every((field) => field !== undefined) ? { way: 'sum', fields: fields as string[] } : { way: 'own' }
  }
  if (expression.op === 'lookup' && expression.otherwise === undefined)
    return { way: 'table', field: expression.field, table: expression.table }
  if (expression.op === 'product' && expression.of.length === 2) {
    const [what, price] = expression.of
    if (price?.op === 'value' && what?.op === 'field' && what.part === undefined)
      return { way: 'times', field: what.field, amount: price.value }
    if (price?.op === 'value' && what?.op === 'count' && !what.where) return { way: 'count', group: what.group, amount: price.value }
  }
  return { way: 'own' }
}

/** The formula of a way; undefined where it says nothing yet. `known` is kept where it is an own one. */
export function expressionFrom(calculation: Calculation, known: Expression | undefined): Expression | undefined {
  switch (calculation.way) {
    case 'none':
      return undefined
    case 'own':
      return known
    case 'fixed':
      return { op: 'value', value: calculation.amount }
    case 'sum':
      return calculation.fields.length
        ? { op: 'sum', of: calculation.fields.slice(0, 30).map((field) => ({ op: 'field', field })) }
        : undefined
    case 'times':
      return {
        op: 'product',
        of: [
          { op: 'field', field: calculation.field },
          { op: 'value', value: calculation.amount },
        ],
      }
    case 'count':
      return {
        op: 'product',
        of: [
          { op: 'count', group: calculation.group },
          { op: 'value', value: calculation.amount },
        ],
      }
    case 'table':
      return { op: 'lookup', field: calculation.field, table: calculation.table }
  }
}
