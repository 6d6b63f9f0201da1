import type { Answer } from '../answer/answer.rules.ts'
import type { Condition, DayRef } from '../condition.rules.ts'
import type { Field } from '../field.rules.ts'
import type { FieldGroup, FormDefinition, Item, Page } from '../form.rules.ts'
import { allItems, isGroup, type Placed } from '../form-index.rules.ts'
import { freeParts } from '../kinds.rules.ts'
import { all, always, any, type Formula, isEmpty, isGiven, not } from './formula.rules.ts'
import { questions, type Variable } from './question.rules.ts'
import type { World } from './search.rules.ts'
import { valuesFor } from './values.rules.ts'

/** A form as formulas, on a certain day. */
export function formulasOf(form: FormDefinition, today: string) {
  const { variables, guesses, formula, variable } = questions(form, today)
  const known = new Map<unknown, Map<FieldGroup | undefined, Formula>>()
  const values = new Map<string, readonly (Answer | undefined)[]>()

  function when(condition: Condition | undefined, groups: readonly FieldGroup[]): Formula {
    if (!condition) return always
    const by = known.get(condition) ?? new Map<FieldGroup | undefined, Formula>()
    known.set(condition, by)
    const made = by.get(groups.at(-1)) ?? formula(condition, groups)
    by.set(groups.at(-1), made)
    return made
  }

  const seen = ({ item, page, groups }: Omit<Placed, 'path' | 'pageAt'>): Formula =>
    all([when(page.visibleIf, []), ...groups.map((group, at) => when(group.visibleIf, groups.slice(0, at))), when(item.visibleIf, groups)])

  /** A page is passed over when nothing on it is to be seen. */
  const pageSeen = (page: Page): Formula =>
    all([when(page.visibleIf, []), page.items.some(({ visibleIf }) => !visibleIf) ? always : any(page.items.map((item) => ownSeen(item)))])
  const ownSeen = (item: Item) => when(item.visibleIf, [])

  const checks = new Map<Field, Formula[]>()
  /** What the checks of a field ask of other fields. */
  function checksOf({ item: field, groups }: Placed<Field>): Formula[] {
    const before = checks.get(field)
    if (before) return before
    const { earliest, latest, must = [] } = field.checks ?? {}
    const made = must.map(({ that }) => when(that, groups))
    const dated: ['ge' | 'le', DayRef | undefined][] = field.kind === 'date' ? [['ge', earliest], ['le', latest]] : [] // biome-ignore format: pairs
    for (const [op, other] of dated) {
      if (!other || !('field' in other)) continue
      const keeps: Condition = {
        op: 'or',
        of: [
          { op: 'isEmpty', left: other },
          { op, left: { field: field.key }, right: other },
        ],
      }
      made.push(formula(keeps, groups))
    }
    checks.set(field, made)
    return made
  }

  const onlyIf = ({ item, groups }: Placed<Field>, option: string): Formula => {
    const own = item.options?.find(({ key }) => key === option)
    return own ? when(own.onlyIf, groups) : always
  }

  /** What follows from an answer, or from its absence. Pages before `horizon` are complete: nothing required is missing there. */
  function follows({ placed, part, option, name }: Variable, value: Answer | undefined, horizon: number): Formula[] {
    const { item: field, groups } = placed
    // That one option is not chosen says something of the others once hardly any are left: the whole answer is asked for, too.
    if (option !== undefined && value === undefined) return [any([isGiven(variable(placed).name), isEmpty(variable(placed).name)])]
    if (option !== undefined) return [isGiven(field.key), onlyIf(placed, option)]
    if (part !== undefined) {
      if (value !== undefined) return [isGiven(variable(placed).name)]
      return freeParts.has(part) ? [] : [isEmpty(variable(placed).name)]
    }
    if (value === undefined) {
      if (placed.pageAt >= horizon || field.readOnly || field.kind === 'info' || field.kind === 'calculated') return []
      if (!field.optional) return [not(seen(placed))]
      return field.requiredIf ? [not(all([seen(placed), when(field.requiredIf, groups)]))] : []
    }
    if (field.kind === 'calculated') return [seen(placed)]
    const chosen = field.kind === 'multiChoice' ? [countOf(placed)] : field.kind === 'choice' ? [onlyIf(placed, String(value))] : []
    return [seen(placed), ...checksOf(variables.get(name)!.placed), ...chosen]
  }

  function countOf({ item: { key, options = [], checks = {} } }: Placed<Field>): Formula {
    const named = options.map((option) => `${key}#${option.key}`).filter((name) => variables.has(name))
    const min = Math.max(checks.minChosen ?? 1, 1) - (options.length - named.length)
    return { op: 'count', of: named, min, max: checks.maxChosen ?? options.length }
  }

  function world(horizon: number): World {
    return {
      values: (name) => {
        const before = values.get(name)
        if (before) return before
        const of = variables.get(name)
        const made = of ? [...valuesFor(of, variables, today), undefined] : [true, undefined]
        values.set(name, made)
        return made
      },
      follows: (name, value) => {
        const of = variables.get(name)
        return of ? follows(of, value, horizon) : []
      },
      isGuessed: (name) => guesses.has(name) || variables.get(name)?.placed.item.kind === 'calculated',
    }
  }

  // Everything is asked once before the first search, so that each variable knows what it is compared with.
  for (const page of form.pages) when(page.visibleIf, [])
  for (const exit of form.exits) when(exit.when, [])
  for (const cosigner of form.cosigners) when(cosigner.when, [])
  for (const placed of allItems(form)) {
    when(placed.item.visibleIf, placed.groups)
    if (isGroup(placed.item)) continue
    when(placed.item.requiredIf, placed.groups)
    for (const { key } of placed.item.options ?? []) onlyIf(placed as Placed<Field>, key)
    checksOf(placed as Placed<Field>)
  }

  const given = (placed: Placed<Field>) => isGiven(variable(placed).name)
  return { when, seen, pageSeen, onlyIf, given, world }
}
export type Formulas = ReturnType<typeof formulasOf>
