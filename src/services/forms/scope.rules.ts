import type { Answer } from './answer/answer.rules.ts'
import type { FieldRef } from './condition.rules.ts'
import type { Facts } from './facts.rules.ts'
import type { Field } from './field.rules.ts'
import type { FieldGroup, FormDefinition, Item, Page } from './form.rules.ts'

/** Answers that stand together: of the whole form, or of one of a group. `path` ends with a point unless it is empty. */
export type Scope = {
  path: string
  raw: Record<string, unknown>
  children: ReadonlyMap<string, Child>
  group?: FieldGroup
  parent?: Scope
}
/** `page` only of what stands in no group. */
type Child = { item: Item; page?: Page }

/** How conditions and calculations look at answers: what is hidden is empty. */
export type Look = {
  facts: Facts
  /** The answer to a field, looked for among its siblings first and then further out. */
  value: (ref: FieldRef, scope: Scope) => Answer | undefined
  field: (key: string, scope: Scope) => Field | undefined
  /** The scopes of each of a group. */
  each: (group: string, scope: Scope) => readonly Scope[]
}

const childrenOf = new WeakMap<FormDefinition | FieldGroup, ReadonlyMap<string, Child>>()

function remember(of: FormDefinition | FieldGroup, list: () => Child[]): ReadonlyMap<string, Child> {
  const known = childrenOf.get(of)
  if (known) return known
  const children = new Map<string, Child>()
  for (const child of list()) if (!children.has(child.item.key)) children.set(child.item.key, child)
  childrenOf.set(of, children)
  return children
}

export const childrenOfForm = (form: FormDefinition) =>
  remember(form, () => form.pages.flatMap((page) => page.items.map((item) => ({ item, page }))))

export const childrenOfGroup = (group: FieldGroup) => remember(group, () => group.items.map((item) => ({ item })))

/** Where a key is found from a scope: in it, or in one around it. */
export function findFrom(key: string, from: Scope): { child: Child; scope: Scope } | undefined {
  for (let scope: Scope | undefined = from; scope; scope = scope.parent) {
    const child = scope.children.get(key)
    if (child) return { child, scope }
  }
  return undefined
}
