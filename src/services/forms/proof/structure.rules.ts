import type { Field } from '../field.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { allItems, isGroup, type Placed } from '../form-index.rules.ts'
import { partsOf } from '../kinds.rules.ts'
import { type Finding, found, type Place } from './finding.rules.ts'

export const placeOf = ({ page, path }: Pick<Placed, 'page' | 'path'>): Place => ({ page: page.key, path })

/** What must be there, and once. */
export function proveStructure(form: FormDefinition): Finding[] {
  const items = [...allItems(form)]
  return [
    ...(items.some(({ item }) => !isGroup(item) && item.kind !== 'info') ? [] : [found('noPages', {})]),
    ...form.pages.filter(({ items }) => items.length === 0).map(({ key }) => found('emptyPage', { page: key })),
    ...repeated(form.pages).map(({ key }) => found('doubledKey', { page: key }, { key })),
    ...repeated(form.exits).map(({ key }) => found('doubledKey', { exit: key }, { key })),
    ...repeated(items.map((placed) => ({ key: placed.item.key, placed }))).map(({ key, placed }) =>
      found('doubledKey', placeOf(placed), { key }),
    ),
    ...form.exits
      .filter(({ after }) => !form.pages.some(({ key }) => key === after))
      .map(({ key, after }) => found('unknownPage', { exit: key }, { key: after })),
    ...items.flatMap((placed) => {
      const { item } = placed
      if (isGroup(item)) return item.items.length === 0 ? [found('emptyGroup', placeOf(placed))] : []
      return proveField(item, placeOf(placed))
    }),
    ...form.openRules.map(({ ref, text }) => found('openRule', {}, { ref, text: text.slice(0, 200) })),
  ]
}

function repeated<T extends { key: string }>(list: readonly T[]): T[] {
  const seen = new Set<string>()
  return list.filter(({ key }) => seen.has(key) || !seen.add(key))
}

function proveField(field: Field, place: Place): Finding[] {
  return [...proveOptions(field, place), ...proveParts(field, place), ...proveCalculated(field, place)]
}

function proveOptions({ kind, options = [] }: Field, place: Place): Finding[] {
  if (kind !== 'choice' && kind !== 'multiChoice') return options.length ? [found('unusedSetting', place, { setting: 'options' })] : []
  return [
    ...(options.length === 0 ? [found('noOptions', place)] : []),
    ...(options.length === 1 && kind === 'choice' ? [found('oneOption', place)] : []),
    ...repeated(options).map(({ key }) => found('doubledOption', { ...place, option: key }, { key })),
  ]
}

function proveParts({ kind, parts = [] }: Field, place: Place): Finding[] {
  if (!Object.hasOwn(partsOf, kind)) return parts.length ? [found('unusedSetting', place, { setting: 'parts' })] : []
  const known: readonly string[] = partsOf[kind as keyof typeof partsOf]
  return parts.filter((part) => !known.includes(part)).map((part) => found('unknownPart', place, { part }))
}

function proveCalculated({ kind, expression, fee, result }: Field, place: Place): Finding[] {
  if (kind !== 'calculated') {
    return [
      ...(expression ? [found('unusedSetting', place, { setting: 'expression' })] : []),
      ...(fee ? [found('feeNotMoney', place)] : []),
    ]
  }
  return [...(expression ? [] : [found('noExpression', place)]), ...(fee && result !== 'money' ? [found('feeNotMoney', place)] : [])]
}
