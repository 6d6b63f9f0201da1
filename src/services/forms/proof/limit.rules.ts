import type { DayRef } from '../condition.rules.ts'
import { isDay, moveDay } from '../day.rules.ts'
import type { Checks, Field } from '../field.rules.ts'
import type { FormDefinition } from '../form.rules.ts'
import { allItems, isGroup } from '../form-index.rules.ts'
import { LINE_LENGTH, LONG_LENGTH } from '../kinds.rules.ts'
import { knowsPattern, lengthsOf } from '../pattern/pattern.rules.ts'
import { type Finding, found, type Place } from './finding.rules.ts'
import { placeOf } from './structure.rules.ts'

/** Limits that leave no answer. */
export function proveLimits(form: FormDefinition, today: string): Finding[] {
  return [...allItems(form)].flatMap((placed) => {
    const { item } = placed
    const place = placeOf(placed)
    if (isGroup(item)) return item.max < Math.max(item.min, 1) ? [found('minOverMax', place, { min: item.min, max: item.max })] : []
    return item.checks ? proveChecks(item, item.checks, place, today) : []
  })
}

function proveChecks(field: Field, checks: Checks, place: Place, today: string): Finding[] {
  const { kind, options = [] } = field
  const textual = kind === 'text' || kind === 'longText'
  const longest = checks.maxLength ?? (kind === 'longText' ? LONG_LENGTH : LINE_LENGTH)
  const pairs: [number | undefined, number | undefined][] = [
    textual ? [Math.max(checks.minLength ?? 0, 1), longest] : [undefined, undefined],
    kind === 'number' || kind === 'money' ? [checks.min, checks.max] : [undefined, undefined],
    kind === 'upload' ? [Math.max(checks.minFiles ?? 0, 1), checks.maxFiles ?? 10] : [undefined, undefined],
    kind === 'multiChoice' ? [Math.max(checks.minChosen ?? 0, 1), checks.maxChosen] : [undefined, undefined],
  ]
  return [
    ...pairs.flatMap(([min, max]) =>
      min !== undefined && max !== undefined && min > max ? [found('minOverMax', place, { min, max })] : [],
    ),
    ...(kind === 'date' ? proveDays(checks, place, today) : []),
    ...(kind === 'number' ? proveSteps(field, checks, place) : []),
    ...(kind === 'multiChoice' && (checks.minChosen ?? 0) > options.length
      ? [found('chosenOverOptions', place, { min: checks.minChosen!, max: options.length })]
      : []),
    ...(textual && checks.pattern ? provePattern(checks.pattern.regex, checks.minLength ?? 0, longest, place) : []),
  ]
}

/** Between 1.2 and 1.8 there is no whole number. */
function proveSteps({ decimals = 0 }: Field, { min, max }: Checks, place: Place): Finding[] {
  if (min === undefined || max === undefined || min > max) return []
  const step = 10 ** decimals
  return Math.ceil(min * step - 1e-9) > Math.floor(max * step + 1e-9) ? [found('minOverMax', place, { min, max })] : []
}

const fixed = (ref: DayRef | undefined, today: string): string | undefined =>
  !ref || 'field' in ref ? undefined : 'day' in ref ? (isDay(ref.day) ? ref.day : undefined) : moveDay(today, ref)

/** What begins on a fixed day and ends with today is possible later; everything else that is empty today stays so. */
function proveDays({ earliest, latest }: Checks, place: Place, today: string): Finding[] {
  const [first, last] = [fixed(earliest, today), fixed(latest, today)]
  if (!first || !last || first <= last) return []
  const later = earliest && 'day' in earliest && latest && 'today' in latest
  return [found(later ? 'notToday' : 'minOverMax', place, { min: first, max: last })]
}

function provePattern(regex: string, min: number, max: number, place: Place): Finding[] {
  if (!knowsPattern(regex)) return [found('patternUnknown', place, { regex })]
  const lengths = lengthsOf(regex)!
  return lengths.min > max || lengths.max < Math.max(min, 1) ? [found('patternLength', place, { regex, min, max })] : []
}
