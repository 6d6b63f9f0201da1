import { z } from 'zod'
import { ok, type Result, refuse } from '#platform/result.ts'
import { comparisonTests, conditionFrom, rowsOf } from '#services/builder/index.ts'
import type { Condition, FormDefinition } from '#services/forms/index.ts'

/** So many rows a form offers. */
export const MOST_ROWS = 8
const Parts = z.record(z.string().regex(/^[0-7]$/), z.string().trim().max(300)).optional()

/** The names under which the rows of one condition are sent: `visibleField[0]`, `visibleIs[0]`, `visibleValue[0]`. */
export const rowFields = <P extends string>(prefix: P) =>
  ({
    [`${prefix}Join`]: z.enum(['and', 'or']).default('and'),
    [`${prefix}Keep`]: z.literal('on').optional(),
    [`${prefix}Field`]: Parts,
    [`${prefix}Is`]: Parts,
    [`${prefix}Value`]: Parts,
  }) as { [K in `${P}Join`]: z.ZodDefault<z.ZodEnum<{ and: 'and'; or: 'or' }>> } & {
    [K in `${P}Keep`]: z.ZodOptional<z.ZodLiteral<'on'>>
  } & {
    [K in `${P}${'Field' | 'Is' | 'Value'}`]: typeof Parts
  }

type Sent = Readonly<Record<string, unknown>>
const partOf = (input: Sent, name: string, at: number): string => {
  const parts = input[name]
  const text = parts && typeof parts === 'object' ? Reflect.get(parts, String(at)) : undefined
  return typeof text === 'string' ? text : ''
}

/** The condition that was sent; where the one that is there is too deep for rows, it stays until it is replaced. */
export function conditionSent(
  form: FormDefinition,
  prefix: string,
  input: Sent,
  known: Condition | undefined,
): Result<Condition | undefined, 'conditionField' | 'conditionValue'> {
  if (input[`${prefix}Keep`] === 'on') return ok(known)
  const places: number[] = []
  const rows = Array.from({ length: MOST_ROWS }, (_, at) => at).flatMap((at) => {
    const field = partOf(input, `${prefix}Field`, at)
    if (!field) return []
    places.push(at)
    const is = comparisonTests.find((test) => test === partOf(input, `${prefix}Is`, at)) ?? 'eq'
    return [{ field, is, value: partOf(input, `${prefix}Value`, at) }]
  })
  const read = conditionFrom(form, { join: input[`${prefix}Join`] === 'or' ? 'or' : 'and', rows })
  if (!('fault' in read)) return ok(read.condition)
  const { at, what } = read.fault
  return what === 'field'
    ? refuse('conditionField', { field: `${prefix}Field[${places[at]}]` })
    : refuse('conditionValue', { field: `${prefix}Value[${places[at]}]` })
}

/** A condition as the fields of its rows. */
export function rowsInput(form: FormDefinition, prefix: string, condition: Condition | undefined): Record<string, unknown> {
  const known = rowsOf(form, condition)
  if (!known || known.rows.length > MOST_ROWS) return { [`${prefix}Keep`]: 'on' }
  return Object.fromEntries([
    [`${prefix}Join`, known.join],
    ...known.rows.flatMap(({ field, is, value }, at) => [
      [`${prefix}Field[${at}]`, field],
      [`${prefix}Is[${at}]`, is],
      [`${prefix}Value[${at}]`, value],
    ]),
  ])
}
