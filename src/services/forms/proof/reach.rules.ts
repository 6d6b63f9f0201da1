import { addYears } from '../day.rules.ts'
import type { Field } from '../field.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { allItems, isGroup, type Placed } from '../form-index.rules.ts'
import { type Finding, type FindingKind, found, type Place } from './finding.rules.ts'
import { all, type Formula, not } from './formula.rules.ts'
import { type Budget, canBe, type Verdict } from './search.rules.ts'
import { placeOf } from './structure.rules.ts'
import { type Formulas, formulasOf } from './world.rules.ts'

const MOST_STEPS_IN_ALL = 60_000
/** What cannot be today may be so later; a form is not refused for that. */
const LATER_YEARS = 3

/** Everything can be reached, and there is a way to the end. */
export function proveWays(form: FormDefinition, today: string): Finding[] {
  const budget: Budget = { left: MOST_STEPS_IN_ALL }
  const now = formulasOf(form, today)
  let then: Formulas | undefined
  const later = () => {
    then ??= formulasOf(form, addYears(today, LATER_YEARS))
    return then
  }
  const saysToday = JSON.stringify(form.pages).includes('"today":true') || JSON.stringify(form.exits).includes('"today":true')

  /** Asks on the day itself, and if it cannot be then, years later. */
  function ask(goals: (of: Formulas) => Formula[], horizon: number): Verdict | 'later' {
    const verdict = canBe(goals(now), now.world(horizon), budget)
    if (verdict !== 'impossible' || !saysToday) return verdict
    const second = canBe(goals(later()), later().world(horizon), budget)
    return second === 'impossible' ? second : second === 'open' ? 'open' : 'later'
  }

  const findings: Finding[] = []
  /** Notes what an answer means; says whether it can be. */
  function note(verdict: Verdict | 'later', kind: FindingKind, place: Place): boolean {
    if (verdict === 'impossible') findings.push(found(kind, place))
    else if (verdict === 'later') findings.push(found('notToday', place))
    else if (verdict !== 'possible') findings.push(found('notDecided', place))
    return verdict !== 'impossible'
  }

  const pageAt = new Map(form.pages.map(({ key }, at) => [key, at]))
  /** No exit is taken before a page. */
  const staysUntil = (of: Formulas, at: number): Formula[] =>
    form.exits
      .filter(({ after }) => (pageAt.get(after) ?? at) < at)
      .map(({ after, when }) => not(all([of.when(when, []), of.pageSeen(form.pages[pageAt.get(after)!]!)])))

  const lost = new Set<unknown>()
  for (const [at, page] of form.pages.entries()) {
    if (page.items.length === 0) continue
    const verdict = ask((of) => [of.pageSeen(page), ...staysUntil(of, at)], at)
    if (!note(verdict, 'unreachablePage', { page: page.key })) lost.add(page)
  }

  for (const placed of allItems(form)) {
    const { item, page, groups, pageAt: at } = placed
    if (lost.has(page) || groups.some((group) => lost.has(group))) continue
    const way = (of: Formulas) => [of.seen(placed), ...staysUntil(of, at)]
    if (item.visibleIf && !note(ask(way, at), 'unreachableItem', placeOf(placed))) lost.add(item)
    else if (!isGroup(item)) proveField(placed as Placed<Field>, way)
  }

  function proveField(placed: Placed<Field>, way: (of: Formulas) => Formula[]): void {
    const { item: field, pageAt: at, groups } = placed
    const place = placeOf(placed)
    for (const { key, onlyIf } of field.options ?? []) {
      if (onlyIf)
        note(
          ask((of) => [of.onlyIf(placed, key), ...way(of)], at),
          'unreachableOption',
          { ...place, option: key },
        )
    }
    if (field.optional && field.requiredIf) {
      note(
        ask((of) => [of.when(field.requiredIf, groups), ...way(of)], at),
        'requiredNever',
        place,
      )
    }
    if (hangsOnOthers(field))
      note(
        ask((of) => [of.given(placed), ...way(of)], at + 1),
        'unanswerable',
        place,
      )
  }

  for (const [n, exit] of form.exits.entries()) {
    const at = pageAt.get(exit.after)
    if (at === undefined || lost.has(form.pages[at]!)) continue
    const first = form.exits.slice(0, n).filter(({ after }) => after === exit.after)
    const goals = (of: Formulas) => [
      of.when(exit.when, []),
      of.pageSeen(form.pages[at]!),
      ...first.map(({ when }) => not(of.when(when, []))),
      ...staysUntil(of, at),
    ]
    note(ask(goals, at + 1), 'unreachableExit', { exit: exit.key })
  }
  const end = form.pages.length
  for (const { person, when } of form.cosigners) {
    const placed = [...allItems(form)].find(({ item, groups }) => item.key === person && groups.length === 0)
    if (!placed || lost.has(placed.item) || lost.has(placed.page)) continue
    note(
      ask((of) => [of.when(when, []), of.seen(placed), ...staysUntil(of, end)], end),
      'cosignerNever',
      placeOf(placed),
    )
  }
  if (end > 0)
    note(
      ask((of) => staysUntil(of, end), end),
      'deadEnd',
      {},
    )
  return findings
}

/** Whether an answer must fit to others. */
const hangsOnOthers = ({ kind, checks, options = [] }: Field) =>
  kind !== 'info' &&
  kind !== 'calculated' &&
  (!!checks?.must?.length ||
    [checks?.earliest, checks?.latest].some((day) => day && 'field' in day) ||
    (options.length > 0 && options.every(({ onlyIf }) => onlyIf)))
