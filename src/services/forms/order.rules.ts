import type { FormDefinition, Item } from './form.rules.ts'
import { allItems, isGroup, type Placed } from './form-index.rules.ts'
import { refsOfCondition, refsOfExpression } from './references.rules.ts'

/** The keys of fields and groups that decide whether something is seen and which value it has. */
export function decisiveFor({ item, page, groups }: Pick<Placed, 'item' | 'page' | 'groups'>): string[] {
  const seen = [page, ...groups, item].flatMap(({ visibleIf }) => refsOfCondition(visibleIf))
  return [...seen, ...valueRefs(item)].map(({ key }) => key)
}

const valueRefs = (item: Item) =>
  isGroup(item) ? [] : [...(item.options ?? []).flatMap(({ onlyIf }) => refsOfCondition(onlyIf)), ...refsOfExpression(item.expression)]

const orders = new WeakMap<FormDefinition, readonly Placed[]>()

/**
 * What stands in no group, each after what decides it; circles are broken somewhere. Who looks at answers in this order never has far to
 * go, also in a draft in which hundreds of fields wait for later ones.
 */
export function inOrderOfNeed(form: FormDefinition): readonly Placed[] {
  const known = orders.get(form)
  if (known) return known
  const outer = new Map<string, Placed>()
  const needs = new Map<string, string[]>()
  for (const placed of allItems(form)) {
    // What an entry of a group looks at is needed by the group.
    const key = placed.groups[0]?.key ?? placed.item.key
    if (placed.groups.length === 0 && !outer.has(key)) outer.set(key, placed)
    needs.set(key, [...(needs.get(key) ?? []), ...decisiveFor(placed)])
  }
  const order: Placed[] = []
  const begun = new Set<string>()
  for (const start of outer.keys()) {
    const path = begun.has(start) ? [] : [{ key: start, next: 0 }]
    begun.add(start)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const to = needs.get(top.key)![top.next++]
      if (to === undefined) {
        order.push(outer.get(top.key)!)
        path.pop()
      } else if (outer.has(to) && !begun.has(to)) {
        begun.add(to)
        path.push({ key: to, next: 0 })
      }
    }
  }
  orders.set(form, order)
  return order
}
