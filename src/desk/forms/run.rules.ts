import type { FormDefinition, Item } from '#services/forms/index.ts'
import { isGroup } from '#services/forms/index.ts'

/** So much is read of the address of a test run. */
const MOST = 600
const LONGEST = 2_000

/** What was filled in, from names such as `a.dogs.0.name`; `mehr.dogs` adds an entry. Groups begin with as many as they want. */
export function answersOfRun(
  form: FormDefinition,
  params: URLSearchParams,
): { answers: Record<string, unknown>; sent: Record<string, string | string[]> } {
  const sent: Record<string, string | string[]> = {}
  const more = new Set<string>()
  for (const name of [...new Set(params.keys())].slice(0, MOST)) {
    if (name.startsWith('mehr.')) more.add(name.slice(5))
    if (!/^a(\.[A-Za-z0-9]{1,40}){1,7}$/.test(name)) continue
    const all = params
      .getAll(name)
      .map((value) => value.slice(0, LONGEST))
      .filter(Boolean)
    if (all.length > 0) sent[name] = all.length > 1 ? all : all[0]!
  }
  return { answers: Object.fromEntries(form.pages.flatMap(({ items }) => entriesOf(items, 'a', sent, more))), sent }
}

function entriesOf(
  items: readonly Item[],
  path: string,
  sent: Record<string, string | string[]>,
  more: ReadonlySet<string>,
): [string, unknown][] {
  return items.flatMap((item): [string, unknown][] => {
    const own = `${path}.${item.key}`
    if (isGroup(item)) {
      const known = Object.keys(sent).flatMap((name) =>
        name.startsWith(`${own}.`) ? [Number(name.slice(own.length + 1).split('.')[0])] : [],
      )
      const there = Math.max(-1, ...known.filter((n) => n < item.max)) + 1
      const count = Math.min(item.max, Math.max(item.min, there) + (more.has(own.slice(2)) ? 1 : 0))
      return [[item.key, Array.from({ length: count }, (_, n) => Object.fromEntries(entriesOf(item.items, `${own}.${n}`, sent, more)))]]
    }
    if (item.kind === 'person' || item.kind === 'organisation' || item.kind === 'address') {
      const parts = Object.entries(sent).filter(([name]) => name.startsWith(`${own}.`))
      return parts.length > 0 ? [[item.key, Object.fromEntries(parts.map(([name, value]) => [name.slice(own.length + 1), value]))]] : []
    }
    const value = sent[own]
    if (value === undefined) return []
    if (item.kind === 'place') return [[item.key, placeFrom(String(value))]]
    if (item.kind === 'upload') return [[item.key, [{ id: 'probe', name: String(value) }]]]
    return [[item.key, value]]
  })
}

/** "52.39, 13.06": a run has no map. */
function placeFrom(text: string): unknown {
  const numbers = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text)
  return numbers ? { lat: Number(numbers[1]), lon: Number(numbers[2]), label: text } : text
}
