import { themes } from './names.lists.ts'
import type { Draft } from './network.ts'
import { lengthOf } from './shapes/line.ts'

/** A side street shorter than this (metres) carries the name of the street it turns off from. */
const SHORT = 95

/** Gives every street that has none a name of its quarter; no name is given twice. */
export function nameStreets(streets: Draft[]): void {
  const used = new Set(streets.flatMap(({ name }) => (name ? [name] : [])))
  const sources = new Map<string, Iterator<string>>()
  for (const street of streets) {
    if (street.name) continue
    const parent = streets.find((other) => other.id < street.id && other.joints.includes(street.joints[0] ?? [0, 0]))
    if (parent?.name && lengthOf(street.line) < SHORT && !parent.ref && parent.class === street.class) {
      street.name = parent.name
      continue
    }
    const theme = street.quarter?.theme ?? 'country'
    const source = sources.get(theme) ?? candidates(theme)
    sources.set(theme, source)
    street.name = fresh(source, used)
  }
}

function fresh(source: Iterator<string>, used: Set<string>): string {
  for (let next = source.next(); !next.done; next = source.next()) {
    if (used.has(next.value)) continue
    used.add(next.value)
    return next.value
  }
  throw new Error('too few street names')
}

function* candidates(theme: string): Generator<string> {
  const { roots, endings } = themes[theme] ?? { roots: '', endings: [] }
  const all = roots.split(/ +/)
  for (const ending of endings) for (const root of all) yield join(root, ending)
  for (const root of all) yield `An der ${join(root, 'hecke')}`
  for (const root of all) yield `Im ${join(root, 'grund')}`
  for (const root of all) yield `Am ${join(root, 'rain')}`
}

/** `Linden` + `weg`, `Clara-Schumann-` + `Straße`, `Kieler` + ` Straße`, `Rothendorfer-` + `weg` as two words. */
function join(root: string, ending: string): string {
  const upper = ending.charAt(0).toUpperCase() + ending.slice(1)
  if (/^[^-]+er-$/.test(root)) return `${root.slice(0, -1)} ${upper}`
  if (root.endsWith('-')) return root + upper
  if (ending.startsWith(' ') || !root.endsWith('er') || !/^(Bremer|Kieler|Lübecker)/.test(root)) return root + ending
  return `${root} ${upper}`
}
