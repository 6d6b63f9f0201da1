import { hasParts, partsAsked } from '../answer/parts.rules.ts'
import type { Field } from '../field.rules.ts'
import type { FieldGroup, Item } from '../form.rules.ts'
import { MAX_ITEMS } from '../kinds.rules.ts'
import { placeParts } from './names.rules.ts'

/** What a page of a form sends: texts by path, and how many there are of each group (names.rules.ts). */
export type PageSent = { a: Readonly<Record<string, string | readonly string[]>>; n: Readonly<Record<string, string>> }

/** The answers of a page as `evaluate` reads them, by key. Browser and server read what was sent with this. */
export function answersSent(items: readonly Item[], sent: PageSent, base = ''): Record<string, unknown> {
  const answers: Record<string, unknown> = {}
  for (const item of items) {
    const word = base + item.key
    const answer = item.kind === 'group' ? entriesSent(item, sent, word) : answerSent(item, sent, word)
    if (answer !== undefined) answers[item.key] = answer
  }
  return answers
}

function entriesSent({ items }: FieldGroup, sent: PageSent, word: string): unknown[] | undefined {
  const count = Number(own(sent.n, word))
  if (!Number.isInteger(count) || count < 0) return undefined
  return Array.from({ length: Math.min(count, MAX_ITEMS) }, (_, n) => answersSent(items, sent, `${word}-${n}-`))
}

function answerSent(field: Field, { a }: PageSent, word: string): unknown {
  if (field.readOnly || field.kind === 'info' || field.kind === 'calculated') return undefined
  if (field.kind === 'place') return placeSent(a, word)
  if (hasParts(field.kind)) {
    const parts = partsAsked(field).flatMap((part) => {
      const text = first(own(a, `${word}-${part}`))
      return text === undefined ? [] : [[part, text]]
    })
    return parts.length ? Object.fromEntries(parts) : undefined
  }
  const given = own(a, word)
  if (field.kind === 'multiChoice' || field.kind === 'upload') return given === undefined ? undefined : [given].flat()
  return first(given)
}

/** `text` and what it was found as; the server finds the place anew (place-answer.ts). */
function placeSent(a: PageSent['a'], word: string): Record<string, string> | undefined {
  const parts = placeParts.flatMap((part) => {
    const text = first(own(a, `${word}-place${part}`))
    return text === undefined ? [] : [[part.toLowerCase(), text]]
  })
  if (parts.length === 0) return undefined
  const place: Record<string, string> = Object.fromEntries(parts)
  return { ...place, label: place.text ?? '' }
}

const own = <T>(from: Readonly<Record<string, T>>, key: string): T | undefined => (Object.hasOwn(from, key) ? from[key] : undefined)
const first = (given: string | readonly string[] | undefined): string | undefined => (typeof given === 'string' ? given : given?.[0])

/** One more of a group, or one less: what the buttons of a group ask for (`add:dogs`, `remove:dogs:1`). */
export function changedGroup(answers: Record<string, unknown>, wish: string): Record<string, unknown> | undefined {
  const [what, word = '', at] = wish.split(':')
  if ((what !== 'add' && what !== 'remove') || !/^[A-Za-z0-9-]{1,120}$/.test(word)) return undefined
  return changedAt(answers, word.split('-'), (list) =>
    what === 'add' ? [...list, {}].slice(0, MAX_ITEMS) : list.filter((_, n) => String(n) !== at),
  )
}

function changedAt(
  answers: Record<string, unknown>,
  [key = '', n, ...rest]: readonly string[],
  change: (list: readonly unknown[]) => unknown[],
): Record<string, unknown> {
  const list = own(answers, key)
  const entries: readonly unknown[] = Array.isArray(list) ? list : []
  if (key in Object.prototype) return answers
  if (n === undefined) return { ...answers, [key]: change(entries) }
  const inner = (one: unknown, at: number) =>
    String(at) === n && typeof one === 'object' && one !== null ? changedAt(one as Record<string, unknown>, rest, change) : one
  return { ...answers, [key]: entries.map(inner) }
}

/** As many of each group as it needs at least, so that they are there to be filled in. */
export function withEntries(items: readonly Item[], answers: Record<string, unknown>): Record<string, unknown> {
  const full = { ...answers }
  for (const item of items) {
    if (item.kind !== 'group') continue
    const list = own(answers, item.key)
    const entries: readonly unknown[] = Array.isArray(list) ? list : []
    const all = [...entries, ...Array.from({ length: Math.max(0, item.min - entries.length) }, () => ({}))]
    full[item.key] = all.map((one) =>
      withEntries(item.items, (typeof one === 'object' && one !== null ? one : {}) as Record<string, unknown>),
    )
  }
  return full
}
