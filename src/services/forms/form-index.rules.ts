import type { Field } from './field.rules.ts'
import type { FieldGroup, FormDefinition, Item, Page } from './form.rules.ts'

/** Where a field or group stands: its page, and the groups around it from the outside in. */
export type Placed<T extends Item = Item> = { item: T; page: Page; pageAt: number; groups: readonly FieldGroup[]; path: string }

export const isGroup = (item: Item): item is FieldGroup => item.kind === 'group'

/** Every field and group in the order they are asked. `path` is of the form `group.field`, unlike that of an answer, `group.0.field`. */
export function* allItems(form: FormDefinition): Generator<Placed> {
  for (const [pageAt, page] of form.pages.entries()) yield* within(page.items, page, pageAt, [])
}

function* within(items: readonly Item[], page: Page, pageAt: number, groups: readonly FieldGroup[]): Generator<Placed> {
  for (const item of items) {
    yield { item, page, pageAt, groups, path: [...groups.map(({ key }) => key), item.key].join('.') }
    if (isGroup(item)) yield* within(item.items, page, pageAt, [...groups, item])
  }
}

const indexes = new WeakMap<FormDefinition, ReadonlyMap<string, Placed>>()

/** Fields and groups by key; the first, where a key occurs twice. */
export function indexOf(form: FormDefinition): ReadonlyMap<string, Placed> {
  const known = indexes.get(form)
  if (known) return known
  const index = new Map<string, Placed>()
  for (const placed of allItems(form)) if (!index.has(placed.item.key)) index.set(placed.item.key, placed)
  indexes.set(form, index)
  return index
}

export const fieldOf = (form: FormDefinition, key: string): Placed<Field> | undefined => {
  const placed = indexOf(form).get(key)
  return placed && !isGroup(placed.item) ? (placed as Placed<Field>) : undefined
}

export const groupOf = (form: FormDefinition, key: string): Placed<FieldGroup> | undefined => {
  const placed = indexOf(form).get(key)
  return placed && isGroup(placed.item) ? (placed as Placed<FieldGroup>) : undefined
}
