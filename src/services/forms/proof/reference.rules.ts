import { hasParts, partsAsked } from '../answer/parts.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { allItems, indexOf, isGroup, type Placed } from '../form-index.rules.ts'
import { decisiveFor } from '../order.rules.ts'
import { type Reference, refsOfChecks, refsOfCondition, refsOfExpression } from '../references.rules.ts'
import { type Finding, found, type Place } from './finding.rules.ts'
import { placeOf } from './structure.rules.ts'

/** From where something refers: its place, the groups around it, and how far it may look. */
type From = { place: Place; groups: readonly string[]; may: (to: Placed) => boolean }

/** Each reference leads to a field that is there, in reach and asked before. */
export function proveReferences(form: FormDefinition): Finding[] {
  const order = new Map([...allItems(form)].map(({ item }, at) => [item, at]))
  const resolve = (refs: readonly Reference[], from: From) => refs.flatMap((ref) => proveReference(form, ref, from))
  const findings: Finding[] = []
  for (const placed of allItems(form)) {
    const { item, pageAt } = placed
    const from = { place: placeOf(placed), groups: placed.groups.map(({ key }) => key) }
    const before = (to: Placed) => order.get(to.item)! < order.get(item)!
    const onPage = (to: Placed) => to.pageAt <= pageAt
    findings.push(...resolve(refsOfCondition(item.visibleIf), { ...from, may: before }))
    if (isGroup(item)) continue
    for (const { key, onlyIf } of item.options ?? []) {
      findings.push(...resolve(refsOfCondition(onlyIf), { ...from, place: { ...from.place, option: key }, may: before }))
    }
    const beside = [...refsOfCondition(item.requiredIf), ...refsOfChecks(item), ...refsOfExpression(item.expression)]
    findings.push(...resolve(beside, { ...from, may: onPage }))
  }
  for (const [at, page] of form.pages.entries()) {
    const from = { place: { page: page.key }, groups: [], may: (to: Placed) => to.pageAt < at }
    findings.push(...resolve(refsOfCondition(page.visibleIf), from))
  }
  for (const exit of form.exits) {
    const at = form.pages.findIndex(({ key }) => key === exit.after)
    const from = { place: { exit: exit.key }, groups: [], may: (to: Placed) => at < 0 || to.pageAt <= at }
    findings.push(...resolve(refsOfCondition(exit.when), from))
  }
  // Asked when everything is answered: every field is before it.
  for (const { when } of form.cosigners) findings.push(...resolve(refsOfCondition(when), { place: {}, groups: [], may: () => true }))
  return [...findings, ...proveCircles(form)]
}

function proveReference(form: FormDefinition, { to, key, part, within }: Reference, { place, groups, may }: From): Finding[] {
  const placed = indexOf(form).get(key)
  const isThere = placed && isGroup(placed.item) === (to === 'group')
  if (!isThere) return [found(to === 'group' ? 'unknownGroup' : 'unknownField', place, { key })]
  const reach = [...groups, ...within]
  if (!placed.groups.every((group, at) => reach[at] === group.key)) return [found('outOfScope', place, { key })]
  if (!may(placed)) return [found('forward', place, { key })]
  if (part === undefined || isGroup(placed.item)) return []
  const { item } = placed
  return hasParts(item.kind) && partsAsked(item).includes(part) ? [] : [found('unknownField', place, { key: `${key}.${part}` })]
}

/** Each circle once, at the item at which it was met first. */
function proveCircles(form: FormDefinition): Finding[] {
  const index = indexOf(form)
  const edges = new Map([...index].map(([key, placed]) => [key, decisiveFor(placed).filter((to) => index.has(to))]))
  const done = new Set<string>()
  const findings: Finding[] = []
  for (const start of index.keys()) {
    // A path on which each step leads to the next, without recursion: forms may have chains of hundreds of fields.
    const path: { key: string; next: number }[] = done.has(start) ? [] : [{ key: start, next: 0 }]
    const on = new Set(path.map(({ key }) => key))
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = edges.get(top.key)![top.next++]
      if (to === undefined) {
        on.delete(top.key)
        done.add(top.key)
        path.pop()
      } else if (on.has(to)) {
        const circle = path.slice(path.findIndex(({ key }) => key === to)).map(({ key }) => key)
        findings.push(found('circle', placeOf(index.get(to)!), { keys: circle.join(' → ') }))
      } else if (!done.has(to)) {
        on.add(to)
        path.push({ key: to, next: 0 })
      }
    }
  }
  return findings
}
