import { type Answer, type Answers, isRecord, own, type Read } from './answer/answer.rules.ts'
import { readAnswer } from './answer/read.rules.ts'
import { calculated } from './calculate.rules.ts'
import { checkAnswer } from './check.rules.ts'
import type { Condition } from './condition.rules.ts'
import type { Facts } from './facts.rules.ts'
import type { Field } from './field.rules.ts'
import type { ExitPage, FieldGroup, FormDefinition, Item, Page } from './form.rules.ts'
import { isGroup } from './form-index.rules.ts'
import { holds } from './holds.rules.ts'
import { MAX_ITEMS } from './kinds.rules.ts'
import { inOrderOfNeed } from './order.rules.ts'
import { childrenOfForm, childrenOfGroup, findFrom, type Look, type Scope } from './scope.rules.ts'
import type { FieldError, FieldState, GroupState, NodeState, PageState } from './state.rules.ts'

/** A form together with answers, on a day. */
export type Evaluation = {
  /** Pages to be seen, in order; a page on which nothing is to be seen is left out. */
  pages: readonly PageState[]
  /** What is submitted: readable answers of what is to be seen, in their own types, with calculated values. */
  values: Answers
  /** Fields to be seen, by the path of their answer. */
  fields: ReadonlyMap<string, FieldState>
  errors: readonly FieldError[]
  /** The first page of the way at which it ends without a submission. */
  exit: ExitPage | undefined
  /** Nothing is wrong or missing, and no exit is reached. */
  ready: boolean
}

/**
 * What is to be seen, what is missing and what is calculated. Takes any JSON as answers and never throws; what it does not know it leaves
 * out. The same in browser and server; only the server's word counts.
 */
export function evaluate(form: FormDefinition, answers: unknown, facts: Facts): Evaluation {
  const reader = readerOf(form, answers, facts)
  const pages: PageState[] = []
  const values: Answers = {}
  for (const page of form.pages) {
    if (!reader.sees(page)) continue
    const nodes = reader.nodes(page.items, reader.root, page)
    if (nodes.length === 0) continue
    pages.push({ key: page.key, page, nodes, errors: errorsIn(nodes) })
    Object.assign(values, valuesIn(nodes))
  }
  const errors = pages.flatMap((page) => page.errors)
  const exit = pages.flatMap(({ key }) => form.exits.filter(({ after }) => after === key)).find(({ when }) => reader.holds(when))
  return { pages, values, fields: fieldsIn(pages), errors, exit, ready: errors.length === 0 && !exit }
}

/** Whether a condition holds for answers, such as the guard of a step after a form was sent. */
export const conditionHolds = (form: FormDefinition, answers: unknown, facts: Facts, condition: Condition): boolean =>
  readerOf(form, answers, facts).holds(condition)

const errorsIn = (nodes: readonly NodeState[]): FieldError[] =>
  nodes.flatMap((node) => [...node.errors, ...(node.kind === 'group' ? node.entries.flatMap((entry) => errorsIn(entry.nodes)) : [])])

function valuesIn(nodes: readonly NodeState[]): Answers {
  const values: Answers = {}
  for (const node of nodes) {
    if (node.kind === 'field') {
      if (node.value !== undefined) values[node.field.key] = node.value
    } else if (node.entries.length > 0) values[node.group.key] = node.entries.map((entry) => valuesIn(entry.nodes))
  }
  return values
}

function fieldsIn(pages: readonly PageState[]): ReadonlyMap<string, FieldState> {
  const fields = new Map<string, FieldState>()
  const add = (node: NodeState) => {
    if (node.kind === 'field') fields.set(node.path, node)
    else for (const entry of node.entries) entry.nodes.forEach(add)
  }
  for (const page of pages) page.nodes.forEach(add)
  return fields
}

/** Looks at answers lazily and remembers; a field that depends on itself is empty to itself. */
function readerOf(form: FormDefinition, answers: unknown, facts: Facts) {
  const root: Scope = { path: '', raw: isRecord(answers) ? answers : {}, children: childrenOfForm(form) }
  const seen = new Map<string, boolean>()
  const known = new Map<string, Read>()
  const scopes = new Map<string, readonly Scope[]>()

  const look: Look = {
    facts,
    field: (key, scope) => {
      const item = findFrom(key, scope)?.child.item
      return item && !isGroup(item) ? item : undefined
    },
    value: ({ field, part }, from) => {
      const found = findFrom(field, from)
      if (!found || isGroup(found.child.item)) return undefined
      const { value } = answerOf(found.child.item, found.scope, found.child.page)
      return part === undefined ? value : (own(value, part) as Answer | undefined)
    },
    each: (key, from) => {
      const found = findFrom(key, from)
      return found && isGroup(found.child.item) && seesItem(found.child.item, found.scope, found.child.page)
        ? entriesOf(found.child.item, found.scope)
        : []
    },
  }

  function once(name: string, decide: () => boolean): boolean {
    const before = seen.get(name)
    if (before !== undefined) return before
    seen.set(name, false)
    const decided = decide()
    seen.set(name, decided)
    return decided
  }
  const allows = (when: Condition | undefined, scope: Scope) => !when || holds(when, scope, look)
  const sees = (page: Page) => once(`page ${page.key}`, () => allows(page.visibleIf, root))

  function seesItem(item: Item, scope: Scope, page: Page | undefined): boolean {
    return once(scope.path + item.key, () => seesScope(scope, page) && allows(item.visibleIf, scope))
  }
  function seesScope({ group, parent }: Scope, page: Page | undefined): boolean {
    if (!group || !parent) return !page || sees(page)
    return seesItem(group, parent, parent.children.get(group.key)?.page)
  }

  function entriesOf(group: FieldGroup, scope: Scope): readonly Scope[] {
    const name = scope.path + group.key
    const before = scopes.get(name)
    if (before) return before
    const raw = own(scope.raw, group.key)
    const entries = (Array.isArray(raw) ? raw.slice(0, MAX_ITEMS) : []).map(
      (one, n): Scope => ({
        path: `${name}.${n}.`,
        raw: isRecord(one) ? one : {},
        children: childrenOfGroup(group),
        group,
        parent: scope,
      }),
    )
    scopes.set(name, entries)
    return entries
  }

  function answerOf(field: Field, scope: Scope, page: Page | undefined): Read {
    const name = scope.path + field.key
    const before = known.get(name)
    if (before) return before
    known.set(name, {})
    const answer = seesItem(field, scope, page) ? read(field, scope) : {}
    known.set(name, answer)
    return answer
  }

  const offeredTo = (field: Field, scope: Scope) =>
    (field.options ?? []).filter(({ onlyIf }) => allows(onlyIf, scope)).map(({ key }) => key)

  function read(field: Field, scope: Scope): Read {
    if (field.kind !== 'calculated') return readAnswer(field, own(scope.raw, field.key), facts, offeredTo(field, scope))
    const value = calculated(field, scope, look)
    return value === undefined ? {} : { value }
  }

  function nodes(items: readonly Item[], scope: Scope, page: Page): NodeState[] {
    // Of two items with one key the second has no answer of its own; nobody sees it.
    const first = items.filter((item) => scope.children.get(item.key)?.item === item)
    return first
      .filter((item) => seesItem(item, scope, scope.group ? undefined : page))
      .map((item) => (isGroup(item) ? groupState(item, scope, page) : fieldState(item, scope, page)))
  }

  function groupState(group: FieldGroup, scope: Scope, page: Page): GroupState {
    const path = scope.path + group.key
    const entries = entriesOf(group, scope)
    const errors: FieldError[] = []
    if (entries.length < group.min) errors.push({ path, page: page.key, code: 'tooFewItems', params: { min: group.min } })
    if (entries.length > group.max) errors.push({ path, page: page.key, code: 'tooManyItems', params: { max: group.max } })
    return {
      kind: 'group',
      path,
      group,
      entries: entries.map((entry) => ({ path: entry.path.slice(0, -1), nodes: nodes(group.items, entry, page) })),
      errors,
    }
  }

  function fieldState(field: Field, scope: Scope, page: Page): FieldState {
    const path = scope.path + field.key
    const { value, fault } = answerOf(field, scope, page)
    const required = isRequired(field, scope)
    const errors: FieldError[] = []
    if (fault) {
      const { part, ...rest } = fault
      errors.push({ path: part ? `${path}.${part}` : path, page: page.key, ...rest })
    } else if (value === undefined) {
      if (required) errors.push({ path, page: page.key, code: field.kind === 'declaration' ? 'declaration' : 'required' })
    } else for (const failed of checkAnswer(field, value, scope, look)) errors.push({ path, page: page.key, ...failed })
    return { kind: 'field', path, field, required, value, offered: offeredTo(field, scope), errors }
  }

  function isRequired(field: Field, scope: Scope): boolean {
    if (field.kind === 'info' || field.kind === 'calculated' || field.readOnly) return false
    return field.optional ? !!field.requiredIf && holds(field.requiredIf, scope, look) : true
  }

  for (const { item, page } of inOrderOfNeed(form)) {
    if (isGroup(item)) seesItem(item, root, page)
    else answerOf(item, root, page)
  }
  return { root, sees, nodes, holds: (when: Condition) => holds(when, root, look) }
}
