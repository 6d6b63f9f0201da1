import { FormDefinition } from '#services/forms/index.ts'
import { fieldFrom } from './field.rules.ts'
import type { XdfChild, XdfDocument, XdfField, XdfGroup, XdfRule } from './xdf.rules.ts'

/** Something that could not be taken as it is; the text is `fim.note.CODE`. */
export type ImportNote = { code: NoteCode; ref: string; name: string; line: number; column: number; value?: string }
export type NoteCode = 'codeList' | 'limit' | 'pattern' | 'type' | 'hidden' | 'depth' | 'count' | 'tooMany' | 'datetime'

export type Imported = {
  form: FormDefinition
  taken: { pages: number; groups: number; fields: number; rules: number }
  notes: readonly ImportNote[]
}

type Draft = { [key: string]: unknown }
const MOST_PAGES = 60
const MOST_ITEMS = 60
const MOST_FIELDS = 500
const MOST_RULES = 500
/** An endless group ends somewhere. */
const ENDLESS = 20

/**
 * A draft of a form: groups become pages, repeated ones groups, fields fields. Rules are not guessed: they wait as open rules that a person
 * translates. Words are German; the proof asks for the others, for purposes and for what is personal.
 */
export function draftFrom(document: XdfDocument): Imported {
  const notes: ImportNote[] = []
  const openRules: Draft[] = []
  const keys = new Map<string, number>()
  const taken = { pages: 0, groups: 0, fields: 0, rules: 0 }

  const note = (code: NoteCode, { ref, name, line, column }: XdfField | XdfGroup, value?: string) =>
    notes.push({ code, ref, name, line, column, ...(value !== undefined && { value: value.slice(0, 300) }) })

  function keyOf(ref: string): string {
    const plain = `x${ref.replace(/V[\d.]+$/, '').replace(/[^A-Za-z0-9]/g, '')}`.slice(0, 34)
    const key = /^x[A-Za-z]/.test(plain) ? plain.charAt(1).toLowerCase() + plain.slice(2) : plain
    const count = (keys.get(key) ?? 0) + 1
    keys.set(key, count)
    return count === 1 ? key : `${key}n${count}`
  }

  function waitFor(rules: readonly XdfRule[], place: string): void {
    for (const { ref, text } of rules) {
      if (openRules.length >= MOST_RULES || openRules.some((rule) => rule.ref === ref && rule.place === place)) continue
      openRules.push({ ref: ref.slice(0, 60), place: place.slice(0, 200), text })
      taken.rules++
    }
  }

  const german = (text: string) => ({ de: text.slice(0, 5_000), en: '' })
  const page = (key: string, title: string, help: string, items: Draft[]): Draft => ({
    key,
    title: german(title),
    ...(help && { help: german(help) }),
    items,
  })

  const itemsOf = (children: readonly XdfChild[], depth: number, basis: readonly string[]): Draft[] =>
    children.flatMap((child) => itemFrom(child, depth, basis))

  let count = 0
  /** A form bears so many fields and no more; the first that is too many is told. */
  function hasRoom(of: XdfField | XdfGroup): boolean {
    if (count++ < MOST_FIELDS) return true
    if (count === MOST_FIELDS + 1) note('tooMany', of)
    return false
  }

  function itemFrom(child: XdfChild, depth: number, around: readonly string[]): Draft[] {
    const { element, min, max } = child
    const basis = [...child.basis, ...element.basis, ...around]
    waitFor(element.rules, `${element.ref} ${element.name}`)
    const many = max > 1 || (element.kind === 'group' && min === 0)
    if (many && depth >= 2) note('depth', element)
    const inside = many && depth < 2
    const key = keyOf(element.ref)
    const items =
      element.kind === 'field' ? oneField(element, key, min, basis, inside) : itemsOf(element.children, depth + (inside ? 1 : 0), basis)
    if (!inside) return element.kind === 'group' && items.length > 0 && hasRoom(element) ? [heading(element, key), ...items] : items
    if (items.length === 0 || !hasRoom(element)) return []
    if (items.length > MOST_ITEMS) note('tooMany', element)
    if (max > 100 && Number.isFinite(max)) note('count', element, String(max))
    taken.groups++
    const label = german(element.label)
    const most = Number.isFinite(max) ? Math.min(max, 100) : Math.max(ENDLESS, Math.min(min, 100))
    const itemLabel = { de: `${element.label} {n}`, en: '' }
    const group = { kind: 'group', key: element.kind === 'group' ? key : `${key}g`, label, itemLabel, min: Math.min(min, most), max: most }
    return [
      {
        ...group,
        items: items.slice(0, MOST_ITEMS),
        xdfRef: element.ref.slice(0, 60),
        ...(element.help && element.kind === 'group' && { help: german(element.help) }),
      },
    ]
  }

  /** Fields of a group that is asked once stand with the others, under its name. */
  const heading = ({ label, help, ref }: XdfGroup, key: string): Draft => ({
    kind: 'info',
    key,
    label: german(label),
    ...(help && { help: german(help) }),
    xdfRef: ref.slice(0, 60),
  })

  function oneField(element: XdfField, key: string, min: number, basis: readonly string[], grouped: boolean): Draft[] {
    if (!hasRoom(element)) return []
    const field = fieldFrom(element, (code, value) => note(code, element, value))
    if (!field) return []
    taken.fields++
    const legalBasis = [...new Set(basis)].join('; ').slice(0, 300)
    return [
      {
        ...field,
        key,
        xdfRef: element.ref.slice(0, 60),
        ...(min === 0 && !grouped && element.input !== 'label' && { optional: true }),
        ...(legalBasis && { legalBasis }),
      },
    ]
  }

  waitFor(document.rules, `${document.ref} ${document.name}`)
  const loose: Draft[] = []
  const pages: Draft[] = []
  for (const child of document.children) {
    const { element, min, max } = child
    if (element.kind === 'field' || max > 1 || min === 0) {
      const items = itemFrom(child, 0, [])
      if (element.kind === 'field') loose.push(...items)
      else if (items.length > 0) pages.push(page(`p${keyOf(element.ref)}`, element.label, '', items))
      continue
    }
    waitFor(element.rules, `${element.ref} ${element.name}`)
    const items = itemsOf(element.children, 0, [...child.basis, ...element.basis])
    if (items.length > 0) pages.push(page(`p${keyOf(element.ref)}`, element.label, element.help, items))
  }
  if (loose.length > 0) pages.unshift(page('angaben', document.label, '', loose))
  const split = pages.flatMap(splitPage)
  if (split.length > MOST_PAGES)
    notes.push({ code: 'tooMany', ref: document.ref, name: document.name, line: document.line, column: document.column })
  taken.pages = Math.min(split.length, MOST_PAGES)

  const form = FormDefinition.parse({
    key: slug(document.name, document.ref),
    title: german(document.label),
    ...(document.help && { intro: german(document.help) }),
    ...(document.basis.length > 0 && { legalBasis: document.basis.join('; ').slice(0, 300) }),
    pages: split.slice(0, MOST_PAGES),
    openRules,
  })
  return { form, taken, notes }
}

/** A page bears so many fields and no more. */
function splitPage(one: Draft): Draft[] {
  const items = one.items as Draft[]
  const pages: Draft[] = []
  for (let at = 0; at < items.length; at += MOST_ITEMS) {
    pages.push({ ...one, key: at === 0 ? one.key : `${one.key}s${at / MOST_ITEMS + 1}`, items: items.slice(at, at + MOST_ITEMS) })
  }
  return pages
}

const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

function slug(name: string, ref: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[äöüß]/g, (sign) => umlauts[sign]!)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
  const id = ref
    .replace(/V[\d.]+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
  return [plain, id.slice(0, 18)].filter(Boolean).join('-') || 'import'
}
