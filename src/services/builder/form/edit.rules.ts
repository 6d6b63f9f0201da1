import {
  allItems,
  type ExitPage,
  type FieldKind,
  type FormDefinition,
  type Item,
  isGroup,
  type Page,
  type Words,
} from '../../forms/index.ts'
import { freeKey } from '../key.rules.ts'

export type Settings = Pick<FormDefinition, 'title' | 'languages' | 'trustLevel'> &
  Partial<Pick<FormDefinition, 'intro' | 'purpose' | 'legalBasis'>>
/** Where something is put: on a page, in a group of it where named, before a sibling or at the end. */
export type Spot = { page: string; group?: string | undefined; before?: string | undefined }

/** One change of a draft, as one form or one button asks for it. Things are named by their keys. */
export type FormEdit =
  | { do: 'settings'; settings: Settings }
  | { do: 'addPage'; title: Words }
  | { do: 'changePage'; key: string; page: Omit<Page, 'key' | 'items'> }
  | { do: 'removePage'; key: string }
  | { do: 'movePage'; key: string; by: -1 | 1 }
  | { do: 'addItem'; at: Spot; kind: FieldKind | 'group'; label: Words }
  | { do: 'changeItem'; key: string; item: Item }
  | { do: 'removeItem'; key: string }
  | { do: 'moveItem'; key: string; by: -1 | 1 }
  | { do: 'placeItem'; key: string; at: Spot }
  | { do: 'putExit'; key: string | undefined; exit: Omit<ExitPage, 'key'> }
  | { do: 'removeExit'; key: string }
  | { do: 'dropRule'; at: number }

/** The form after the change, and the key of what was added; undefined where there is no such thing or no such place. */
export function editedForm(form: FormDefinition, edit: FormEdit): { form: FormDefinition; key?: string } | undefined {
  switch (edit.do) {
    case 'settings': {
      const { key, pages, exits, openRules, cosigners } = form
      return { form: { key, pages, exits, openRules, cosigners, ...edit.settings } }
    }
    case 'addPage': {
      const key = freeKey(edit.title.de, 'page', new Set(form.pages.map((page) => page.key)))
      return { form: { ...form, pages: [...form.pages, { key, title: edit.title, items: [] }] }, key }
    }
    case 'changePage':
      return onPages(form, edit.key, (pages, at) => pages.with(at, { key: edit.key, items: pages[at]!.items, ...edit.page }))
    case 'removePage':
      return onPages(form, edit.key, (pages, at) => pages.toSpliced(at, 1))
    case 'movePage':
      return onPages(form, edit.key, (pages, at) => moved(pages, at, edit.by))
    case 'addItem': {
      const key = freeKey(edit.label.de, edit.kind, new Set([...allItems(form)].map(({ item }) => item.key)))
      return placed(form, freshItem(key, edit.kind, edit.label), edit.at, key)
    }
    case 'changeItem':
      return onSiblings(form, edit.key, (items, at) => items.with(at, withItsItems(edit.item, items[at]!)))
    case 'removeItem':
      return onSiblings(form, edit.key, (items, at) => items.toSpliced(at, 1))
    case 'moveItem':
      return onSiblings(form, edit.key, (items, at) => moved(items, at, edit.by))
    case 'placeItem':
      return replaced(form, edit.key, edit.at)
    case 'putExit':
      return withExit(form, edit.key, edit.exit)
    case 'removeExit':
      return form.exits.some(({ key }) => key === edit.key)
        ? { form: { ...form, exits: form.exits.filter(({ key }) => key !== edit.key) } }
        : undefined
    case 'dropRule':
      return form.openRules[edit.at] ? { form: { ...form, openRules: form.openRules.toSpliced(edit.at, 1) } } : undefined
  }
}

const moved = <T>(all: readonly T[], at: number, by: -1 | 1): T[] => {
  const to = at + by
  return to < 0 || to >= all.length ? [...all] : [...all.toSpliced(at, 1).toSpliced(to, 0, all[at]!)]
}

function onPages(form: FormDefinition, key: string, change: (pages: Page[], at: number) => Page[]) {
  const at = form.pages.findIndex((page) => page.key === key)
  return at < 0 ? undefined : { form: { ...form, pages: change(form.pages, at) } }
}

/** The list in which the item stands, wherever that is, changed. */
function onSiblings(form: FormDefinition, key: string, change: (items: Item[], at: number) => Item[]) {
  let found = false
  const within = (items: Item[]): Item[] => {
    if (found) return items
    const at = items.findIndex((item) => item.key === key)
    if (at >= 0) {
      found = true
      return change(items, at)
    }
    return items.map((item) => (isGroup(item) ? { ...item, items: within(item.items) } : item))
  }
  const pages = form.pages.map((page) => ({ ...page, items: within(page.items) }))
  return found ? { form: { ...form, pages } } : undefined
}

/** The properties of a group are changed without what stands in it. */
const withItsItems = (item: Item, known: Item): Item => (isGroup(item) && isGroup(known) ? { ...item, items: known.items } : item)

function freshItem(key: string, kind: FieldKind | 'group', label: Words): Item {
  if (kind === 'group')
    return { kind, key, label, itemLabel: { de: `${label.de} {n}`, en: label.en && `${label.en} {n}` }, min: 1, max: 10, items: [] }
  return {
    key,
    kind,
    label,
    ...((kind === 'choice' || kind === 'multiChoice') && { options: [] }),
    ...(kind === 'calculated' && { result: 'money' as const }),
  }
}

function placed(form: FormDefinition, item: Item, { page, group, before }: Spot, key?: string) {
  const into = (items: Item[]): Item[] => {
    const at = before === undefined ? -1 : items.findIndex((one) => one.key === before)
    return items.toSpliced(at < 0 ? items.length : at, 0, item)
  }
  const result = group
    ? onSiblings(form, group, (items, at) => {
        const home = items[at]!
        return isGroup(home) ? items.with(at, { ...home, items: into(home.items) }) : items
      })
    : onPages(form, page, (pages, at) => pages.with(at, { ...pages[at]!, items: into(pages[at]!.items) }))
  const stands = result && [...allItems(result.form)].some((one) => one.item === item)
  return result && stands ? { form: result.form, ...(key !== undefined && { key }) } : undefined
}

/** A group is not put into itself. */
function replaced(form: FormDefinition, key: string, at: Spot) {
  const known = [...allItems(form)].find(({ item }) => item.key === key)
  if (!known || at.before === key) return known && { form }
  const target = at.group === undefined ? undefined : [...allItems(form)].find(({ item }) => item.key === at.group)
  if (at.group !== undefined && (!target || at.group === key || target.groups.some((group) => group.key === key))) return undefined
  const without = onSiblings(form, key, (items, where) => items.toSpliced(where, 1))
  return without && placed(without.form, known.item, at)
}

function withExit(form: FormDefinition, known: string | undefined, exit: Omit<ExitPage, 'key'>) {
  const at = form.exits.findIndex(({ key }) => key === known)
  if (known !== undefined && at < 0) return undefined
  const key = known ?? freeKey(exit.title.de, 'exit', new Set(form.exits.map((one) => one.key)))
  return { form: { ...form, exits: at < 0 ? [...form.exits, { key, ...exit }] : form.exits.with(at, { key, ...exit }) }, key }
}
