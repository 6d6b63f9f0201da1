import { seeded } from '#platform/seeded.ts'
import type { Condition } from '../condition.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { fieldOf, formOf, optionsOf, pageOf, words } from './forms.ts'

type Value = string | number | boolean | undefined
/** Answers under which something is seen. */
type Witness = ReadonlyMap<string, Value>
/** A field that later ones may hang on, the answers it may get, and under which answers it is seen. */
type Known = { key: string; kind: string; values: Value[]; witness: Witness; group: string | undefined; page: number }
export type Size = { seed: number; pages: number; fields: number }

const kinds = [
  'yesNo',
  'choice',
  'multiChoice',
  'number',
  'money',
  'date',
  'text',
  'person',
  'upload',
  'time',
  'calculated',
  'info',
] as const

/** A form without faults: each condition comes with answers under which it holds, together with all that they need. */
export function soundForm({ seed, pages, fields }: Size): FormDefinition {
  const { int, chance, pick } = seeded('sound form', seed)
  const known: Known[] = []
  const exits: unknown[] = []
  let count = 0

  /** A condition on an earlier field that holds together with `base`, and the answers that make it hold. */
  function someCondition(
    base: Witness,
    group: string | undefined,
    page: number,
    depth = 0,
  ): { condition: Condition; witness: Witness } | undefined {
    const within = known.filter((one) => (one.group === undefined || one.group === group) && one.page <= page && one.values.length > 0)
    if (within.length === 0) return undefined
    const target = pick(within)
    const needed = joined(base, target.witness)
    if (!needed) return undefined
    const value = needed.has(target.key) ? needed.get(target.key) : target.values[int(0, target.values.length - 1)]
    const witness = new Map(needed).set(target.key, value)
    const condition = holding(target, value)
    if (depth < 2 && chance(0.3)) {
      const more = someCondition(witness, group, page, depth + 1)
      if (more && chance(0.5)) return { condition: { op: 'and', of: [condition, more.condition] }, witness: more.witness }
      if (more) return { condition: { op: 'or', of: [more.condition, condition] }, witness }
    }
    return { condition, witness }
  }

  function holding({ key, kind, values }: Known, value: Value): Condition {
    const left = { field: key }
    if (value === undefined) return { op: 'isEmpty', left }
    const others = values.filter((one) => one !== value && one !== undefined)
    const ways: Condition[] = [{ op: 'not', of: { op: 'isEmpty', left } }]
    if (kind !== 'person' && kind !== 'upload') {
      ways.push({ op: 'eq', left, right: { value } }, { op: 'in', left, values: [value] })
      if (kind !== 'multiChoice' && others.length > 0) ways.push({ op: 'ne', left, right: { value: others[0]! } })
    }
    if (['number', 'money', 'date', 'time'].includes(kind)) {
      ways.push({ op: 'ge', left, right: { value } }, { op: 'le', left, right: { value } })
      ways.push({ op: 'not', of: { op: 'gt', left, right: { value } } })
    }
    if (kind === 'date')
      ways.push({ op: 'ageOn', left, on: { day: '2026-06-15' }, is: 'ge', years: 2026 - Number(String(value).slice(0, 4)) - 1 })
    return pick(ways)
  }

  function someField(base: Witness, group: string | undefined, page: number): unknown {
    const key = `f${count++}`
    const kind = pick(kinds)
    const seen = chance(0.5) ? someCondition(base, group, page) : undefined
    const witness = seen?.witness ?? base
    const optional = chance(0.3)
    const requiredIf = optional && chance(0.4) ? someCondition(witness, group, page)?.condition : undefined
    const made = ofKind(kind, witness, group, page)
    if (made.values.length > 0) {
      const empty = optional && !requiredIf ? [undefined] : []
      known.push({ key, kind, values: [...made.values, ...empty], witness, group, page })
    }
    return fieldOf(key, kind, {
      ...made.more,
      ...(seen && { visibleIf: seen.condition }),
      ...(optional && { optional }),
      ...(requiredIf && { requiredIf }),
    })
  }

  function ofKind(
    kind: (typeof kinds)[number],
    witness: Witness,
    group: string | undefined,
    page: number,
  ): { values: Value[]; more: Record<string, unknown> } {
    const low = int(-5, 5)
    const dates = known.filter((one) => one.kind === 'date' && one.group === undefined)
    switch (kind) {
      case 'yesNo':
        return { values: [true, false], more: {} }
      case 'choice': {
        const offered = someCondition(witness, group, page)
        const rare = offered ? [{ ...optionsOf('rare')[0]!, onlyIf: offered.condition }] : []
        return { values: ['a', 'b', 'c'], more: { options: [...optionsOf('a', 'b', 'c'), ...rare] } }
      }
      case 'multiChoice':
        return { values: ['a', 'b'], more: { options: optionsOf('a', 'b', 'c'), checks: { minChosen: 1, maxChosen: int(1, 3) } } }
      case 'number':
        return { values: [low, low + 2], more: { checks: chance(0.5) ? { min: low, max: low + int(2, 9) } : {} } }
      case 'money':
        return { values: [low * 100, low * 100 + 50], more: { checks: { min: low * 100 } } }
      case 'date':
        // A day that must come after another is asked, and nothing hangs on it.
        return dates.length > 0 && chance(0.4)
          ? { values: [], more: { checks: { earliest: { field: pick(dates).key } } } }
          : { values: ['2001-05-03', '1980-12-31'], more: { checks: { latest: { today: true } } } }
      case 'time':
        return { values: ['08:00', '17:30'], more: {} }
      case 'text':
        return {
          values: ['AB12', 'ZZ99'],
          more: { checks: chance(0.5) ? { pattern: { regex: '[A-Z]{2}\\d{2}', message: words('x') }, maxLength: 10 } : {} },
        }
      case 'calculated': {
        const numbers = known.filter((one) => (one.kind === 'number' || one.kind === 'money') && one.group === undefined)
        const of = [{ op: 'value', value: 3 }, ...numbers.slice(0, 20).map((one) => ({ op: 'field', field: one.key }))]
        return { values: [], more: { result: 'money', fee: true, expression: { op: 'sum', of } } }
      }
      default:
        return { values: kind === 'info' ? [] : ['given'], more: {} }
    }
  }

  function someGroup(base: Witness, page: number): unknown {
    const key = `g${count++}`
    const seen = chance(0.4) ? someCondition(base, undefined, page) : undefined
    const items = Array.from({ length: int(1, 3) }, () => someField(seen?.witness ?? base, key, page))
    const more = seen ? { visibleIf: seen.condition } : {}
    return { kind: 'group', key, label: words(key), itemLabel: words('Nr. {n}'), min: int(0, 1), max: int(1, 5), items, ...more }
  }

  const list = Array.from({ length: pages }, (_, at) => {
    const seen = at > 0 && chance(0.4) ? someCondition(new Map(), undefined, at - 1) : undefined
    const base = seen?.witness ?? new Map()
    const items = Array.from({ length: fields }, () => (chance(0.15) ? someGroup(base, at) : someField(base, undefined, at)))
    // Nothing else hangs on the question that leads out.
    if (chance(0.4)) {
      const stop = `stop${at}`
      items.unshift(fieldOf(stop, 'yesNo'))
      exits.push({
        key: stop,
        after: `p${at}`,
        when: { op: 'eq', left: { field: stop }, right: { value: true } },
        title: words('Ende'),
        reason: words('Grund'),
        nextStep: words('Weiter'),
      })
    }
    return pageOf(`p${at}`, items, seen ? { visibleIf: seen.condition } : {})
  })
  list.push(pageOf('last', [fieldOf('truth', 'declaration')]))
  return formOf(list, { exits })
}

/** Both at once, unless they want different answers to one field. */
function joined(one: Witness, other: Witness): Witness | undefined {
  const both = new Map(one)
  for (const [key, value] of other) {
    if (both.has(key) && both.get(key) !== value) return undefined
    both.set(key, value)
  }
  return both
}
