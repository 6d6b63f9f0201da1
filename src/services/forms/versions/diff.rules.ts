import type { Words } from '../field.rules.ts'
import type { FormDefinition, Item } from '../form.rules.ts'
import { allItems, isGroup, type Placed } from '../form-index.rules.ts'

/** What two versions differ in. `aspects` name what was changed: `label`, `visibleIf`, `options` …; `to` says where it was moved. */
export type Change = {
  kind: 'added' | 'removed' | 'moved' | 'changed'
  of: 'form' | 'page' | 'item' | 'exit'
  key: string
  label: Words
  page?: Words
  to?: Words
  aspects?: readonly string[]
}

/** Changes in the order of the new version; what was removed comes last. */
export function diffForms(before: FormDefinition, after: FormDefinition): Change[] {
  const form = aspectsOf(before, after, ['pages', 'exits', 'key'])
  return [
    ...(form.length ? [{ kind: 'changed', of: 'form', key: after.key, label: after.title, aspects: form } as const] : []),
    ...diffPages(before, after),
    ...diffItems(before, after),
    ...diffExits(before, after),
  ]
}

/** The properties in which two things differ, in the order of the alphabet. What is empty and what is missing are the same. */
function aspectsOf(before: object, after: object, but: readonly string[]): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].filter((name) => !but.includes(name) && !isAlike(Reflect.get(before, name), Reflect.get(after, name))).sort()
}

const isNothing = (value: unknown) => value === undefined || value === false || (Array.isArray(value) && value.length === 0)

function isAlike(one: unknown, other: unknown): boolean {
  if (isNothing(one) && isNothing(other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other
  if (Array.isArray(one) !== Array.isArray(other)) return false
  return aspectsOf(one, other, []).length === 0
}

function diffPages(before: FormDefinition, after: FormDefinition): Change[] {
  const stayed = inOrder(before.pages, after.pages)
  return [
    ...after.pages.flatMap((page): Change[] => {
      const { key, title: label } = page
      const old = before.pages.find((one) => one.key === key)
      if (!old) return [{ kind: 'added', of: 'page', key, label }]
      const aspects = aspectsOf(old, page, ['items', 'key'])
      return [
        ...(stayed.has(key) ? [] : [{ kind: 'moved', of: 'page', key, label } as const]),
        ...(aspects.length ? [{ kind: 'changed', of: 'page', key, label, aspects } as const] : []),
      ]
    }),
    ...before.pages
      .filter(({ key }) => !after.pages.some((page) => page.key === key))
      .map(({ key, title: label }): Change => ({ kind: 'removed', of: 'page', key, label })),
  ]
}

const byKey = (form: FormDefinition) => new Map([...allItems(form)].map((placed) => [placed.item.key, placed]))
const homeOf = ({ page, groups }: Placed) => (groups.length > 0 ? `group ${groups.at(-1)!.key}` : `page ${page.key}`)
const nameOfHome = ({ page, groups }: Placed): Words => groups.at(-1)?.label ?? page.title
const siblingsOf = ({ page, groups }: Placed): readonly Item[] => groups.at(-1)?.items ?? page.items

function diffItems(before: FormDefinition, after: FormDefinition): Change[] {
  const [old, now] = [byKey(before), byKey(after)]
  const orders = new Map<string, ReadonlySet<string>>()
  return [
    ...[...now.values()].flatMap((placed): Change[] => {
      const { item, page } = placed
      const was = old.get(item.key)
      const about = { of: 'item', key: item.key, label: item.label, page: page.title } as const
      if (!was || isGroup(was.item) !== isGroup(item)) return [{ kind: 'added', ...about }]
      const home = homeOf(placed)
      if (!orders.has(home)) orders.set(home, inOrder(homeOf(was) === home ? siblingsOf(was) : [], siblingsOf(placed)))
      const moved = homeOf(was) !== home || !orders.get(home)!.has(item.key)
      const aspects = aspectsOf(was.item, item, ['items', 'key'])
      return [
        ...(moved
          ? [{ kind: 'moved', ...about, ...(homeOf(was) !== home && { page: nameOfHome(was), to: nameOfHome(placed) }) } as const]
          : []),
        ...(aspects.length ? [{ kind: 'changed', ...about, aspects } as const] : []),
      ]
    }),
    ...[...old.values()]
      .filter(({ item }) => {
        const is = now.get(item.key)
        return !is || isGroup(is.item) !== isGroup(item)
      })
      .map(({ item: { key, label }, page }): Change => ({ kind: 'removed', of: 'item', key, label, page: page.title })),
  ]
}

function diffExits(before: FormDefinition, after: FormDefinition): Change[] {
  return [
    ...after.exits.flatMap((exit): Change[] => {
      const { key, title: label } = exit
      const old = before.exits.find((one) => one.key === key)
      if (!old) return [{ kind: 'added', of: 'exit', key, label }]
      const aspects = aspectsOf(old, exit, ['key'])
      return aspects.length ? [{ kind: 'changed', of: 'exit', key, label, aspects }] : []
    }),
    ...before.exits
      .filter(({ key }) => !after.exits.some((exit) => exit.key === key))
      .map(({ key, title: label }): Change => ({ kind: 'removed', of: 'exit', key, label })),
  ]
}

/** The most of what is in both that kept its order: everything else was moved. */
function inOrder(before: readonly { key: string }[], after: readonly { key: string }[]): ReadonlySet<string> {
  const place = new Map(before.map(({ key }, at) => [key, at]))
  const common = after.filter(({ key }) => place.has(key)).map(({ key }) => key)
  // For each one the longest row that ends with it (60 siblings at most).
  const rows: string[][] = []
  for (const [at, key] of common.entries()) {
    const ahead = rows.slice(0, at).filter((row) => place.get(row.at(-1)!)! < place.get(key)!)
    rows.push([...ahead.reduce<string[]>((best, row) => (row.length > best.length ? row : best), []), key])
  }
  return new Set(rows.reduce<string[]>((best, row) => (row.length > best.length ? row : best), []))
}
