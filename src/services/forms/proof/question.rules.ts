import type { Answer } from '../answer/answer.rules.ts'
import type { Condition, DayRef, FieldRef, Operand } from '../condition.rules.ts'
import { addYears, isDay, moveDay, yearsBetween } from '../day.rules.ts'
import type { Field } from '../field.rules.ts'
import type { FieldGroup, FormDefinition } from '../form.rules.ts'
import { indexOf, isGroup, type Placed } from '../form-index.rules.ts'
import { compares } from '../holds.rules.ts'
import type { Comparison } from '../kinds.rules.ts'
import { all, any, atom, type Formula, isEmpty, isGiven, never, not } from './formula.rules.ts'

/** What stands for one answer, or for a part of it, or for one option of several choices. */
export type Variable = { name: string; placed: Placed<Field>; part?: string; option?: string; constants: Set<Answer>; kin: Set<string> }

/** All variables that conditions speak of, with the values they are compared with. `kin` are compared with each other. */
export type Variables = Map<string, Variable>

/** Turns conditions into formulas over variables, on a certain day. */
export function questions(form: FormDefinition, today: string) {
  const variables: Variables = new Map()
  const guesses = new Set<string>()

  function variable(placed: Placed<Field>, more: { part?: string; option?: string } = {}): Variable {
    const { key } = placed.item
    const name = more.part !== undefined ? `${key}.${more.part}` : more.option !== undefined ? `${key}#${more.option}` : key
    const known = variables.get(name)
    if (known) return known
    const made: Variable = { name, placed, ...more, constants: new Set(), kin: new Set([name]) }
    variables.set(name, made)
    return made
  }

  /** The variable that a reference means from within some groups; none if it leads nowhere, which is always empty. */
  function meant({ field, part }: FieldRef, groups: readonly FieldGroup[]): Variable | undefined {
    const placed = indexOf(form).get(field)
    if (!placed || isGroup(placed.item) || !placed.groups.every((group, at) => groups[at] === group)) return undefined
    return variable(placed as Placed<Field>, part === undefined ? {} : { part })
  }

  /** Either may be so. It counts as a guess where something could be known in principle; in which areas a place lies could not. */
  function guess(about: Variable, question: unknown, counts = true): Formula {
    const name = `?${about.name}${JSON.stringify(question)}`
    if (counts) guesses.add(name)
    return all([isGiven(about.name), atom([name], (value) => value === true)])
  }

  function formula(condition: Condition, groups: readonly FieldGroup[]): Formula {
    if ('of' in condition) {
      return condition.op === 'not'
        ? not(formula(condition.of, groups))
        : { op: condition.op, of: condition.of.map((one) => formula(one, groups)) }
    }
    const left = meant(condition.left, groups)
    if (!left) return condition.op === 'isEmpty' || condition.op === 'ne' ? all([]) : never
    switch (condition.op) {
      case 'isEmpty':
        return isEmpty(left.name)
      case 'inArea':
        return guess(left, condition, false)
      case 'in':
        return any(condition.values.map((value) => sameAs(left, value)))
      case 'ageOn':
        return age(condition, left, groups)
      default:
        return comparison(condition.op, left, condition.right, groups)
    }
  }

  function sameAs(left: Variable, value: Answer): Formula {
    if (left.placed.item.kind !== 'multiChoice') {
      left.constants.add(value)
      return atom([left.name], (one) => compares('eq', one, value))
    }
    if (typeof value !== 'string' || !left.placed.item.options?.some(({ key }) => key === value)) return never
    return atom([variable(left.placed, { option: value }).name], (one) => one === true)
  }

  function comparison(op: Comparison, left: Variable, right: Operand, groups: readonly FieldGroup[]): Formula {
    const other = 'field' in right ? meant(right, groups) : undefined
    if ('field' in right && !other) return op === 'ne' ? all([]) : never
    if (other) return twoFields(op, left, other)
    const value = 'value' in right ? right.value : fixedDay(right as DayRef, today)!
    if (op === 'eq') return sameAs(left, value)
    if (op === 'ne') return not(sameAs(left, value))
    left.constants.add(value)
    if (neverOrdered.has(left.placed.item.kind) && left.part === undefined) return never
    return isOrdered(left) ? atom([left.name], (one) => compares(op, one, value)) : guess(left, { op, value })
  }

  function twoFields(op: Comparison, left: Variable, right: Variable): Formula {
    if (left === right) return op === 'ne' ? isEmpty(left.name) : op === 'lt' || op === 'gt' ? never : isGiven(left.name)
    const comparable = isOrdered(left) && isOrdered(right) && stepOf(left) === stepOf(right)
    const equality = op === 'eq' || op === 'ne'
    if (!comparable && !equality) return all([isGiven(right.name), guess(left, { op, right: right.name })])
    if (equality && (stepOf(left) !== stepOf(right) || left.placed.item.kind === 'multiChoice')) {
      const same = guess(left, { op: 'eq', right: right.name })
      return op === 'ne' ? not(same) : same
    }
    join(left, right)
    return atom([left.name, right.name], (one, two) => compares(op, one, two))
  }

  function join(left: Variable, right: Variable): void {
    const kin = new Set([...left.kin, ...right.kin])
    for (const name of kin) variables.get(name)!.kin = kin
  }

  function age(condition: Extract<Condition, { op: 'ageOn' }>, left: Variable, groups: readonly FieldGroup[]): Formula {
    const on = fixedDay(condition.on, today)
    if (on === undefined) {
      const other = meant(condition.on as FieldRef, groups)
      return other ? all([isGiven(other.name), guess(left, condition)]) : never
    }
    for (const years of [condition.years, condition.years + 1]) left.constants.add(addYears(on, -years))
    return atom(
      [left.name],
      (birth) => typeof birth === 'string' && isDay(birth) && compares(condition.is, yearsBetween(birth, on), condition.years),
    )
  }

  return { variables, guesses, formula, variable, meant }
}

export const fixedDay = (ref: DayRef, today: string): string | undefined =>
  'field' in ref ? undefined : 'day' in ref ? ref.day : moveDay(today, ref)

/** Their answers are neither numbers nor texts. */
const neverOrdered: ReadonlySet<string> = new Set(['multiChoice', 'upload', 'place', 'address', 'person', 'organisation', 'info'])

/** So many options are all tried. */
export const FEW_OPTIONS = 30

/** Whether the answers to be tried show all that an order can make of them: not those of free texts. */
const isOrdered = ({ placed: { item }, part }: Variable): boolean =>
  part === undefined
    ? ['number', 'money', 'date', 'time', 'calculated', 'yesNo', 'declaration'].includes(item.kind) ||
      (item.kind === 'choice' && (item.options?.length ?? 0) <= FEW_OPTIONS)
    : part === 'birthDate'

/** How far answers lie apart, and of which sort they are. */
export function stepOf({ placed: { item }, part }: Variable): string {
  if (part !== undefined) return part === 'birthDate' ? 'date' : 'text'
  if (item.kind === 'money' || (item.kind === 'calculated' && item.result === 'money')) return 'number 1'
  if (item.kind === 'number') return `number ${10 ** -(item.decimals ?? 0)}`
  return item.kind === 'calculated' ? `number ${10 ** -(item.decimals ?? 2)}` : item.kind
}
