import type { Answer } from '../answer/answer.rules.ts'

/** A condition as the search needs it: over variables with few values, instead of over fields with many answers. */
export type Formula = { op: 'and' | 'or'; of: readonly Formula[] } | { op: 'not'; of: Formula } | Count | Atom

/** A question to one or two variables. An undefined value is an empty answer. */
export type Atom = { op: 'atom'; of: readonly string[]; test: (...values: readonly (Answer | undefined)[]) => boolean }

/** So many of these variables are given, from `min` to `max`. */
export type Count = { op: 'count'; of: readonly string[]; min: number; max: number }

export const all = (of: readonly Formula[]): Formula => ({ op: 'and', of })
export const any = (of: readonly Formula[]): Formula => ({ op: 'or', of })
export const not = (of: Formula): Formula => ({ op: 'not', of })
export const always: Formula = all([])
export const never: Formula = any([])
export const atom = (of: readonly string[], test: Atom['test']): Atom => ({ op: 'atom', of, test })
export const isEmpty = (name: string): Formula => atom([name], (value) => value === undefined)
export const isGiven = (name: string): Formula => atom([name], (value) => value !== undefined)

export type Assignment = ReadonlyMap<string, Answer | undefined>

/** True or false if the assignment decides it; else the name of a variable that is needed to decide. */
export function decide(formula: Formula, assignment: Assignment): boolean | string {
  if (formula.op === 'atom') {
    const open = formula.of.find((name) => !assignment.has(name))
    return open ?? formula.test(...formula.of.map((name) => assignment.get(name)))
  }
  if (formula.op === 'count') return decideCount(formula, assignment)
  if (formula.op === 'not') {
    const inner = decide(formula.of, assignment)
    return typeof inner === 'boolean' ? !inner : inner
  }
  const ends = formula.op === 'or'
  let open: string | undefined
  for (const one of formula.of) {
    const inner = decide(one, assignment)
    if (inner === ends) return ends
    if (typeof inner === 'string') open ??= inner
  }
  return open ?? !ends
}

function decideCount({ of, min, max }: Count, assignment: Assignment): boolean | string {
  const open = of.filter((name) => !assignment.has(name))
  const given = of.filter((name) => assignment.get(name) !== undefined).length
  if (given > max || given + open.length < min) return false
  return given >= min && given + open.length <= max ? true : open[0]!
}
