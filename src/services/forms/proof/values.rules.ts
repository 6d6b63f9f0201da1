import { addDays, daysBetween } from '#platform/calendar/day.ts'
import type { Answer } from '../answer/answer.rules.ts'
import { isDay } from '../day.rules.ts'
import type { Field } from '../field.rules.ts'
import { fitsPattern } from '../pattern/pattern.rules.ts'
import { FEW_OPTIONS, fixedDay, stepOf, type Variable, type Variables } from './question.rules.ts'
import { isPossible } from './value.rules.ts'

const MOST = 1e12
/** Other texts than those that are named; whatever they are, they differ. */
const another = (n: number) => `\u0000${n}`

/**
 * Answers that stand for all: each value that something is compared with, and so many between and beyond as there are fields compared with
 * each other. What the checks of the field refuse is left out.
 */
export function valuesFor(variable: Variable, variables: Variables, today: string): readonly Answer[] {
  const kin = [...variable.kin].map((name) => variables.get(name)!)
  const constants = new Set(kin.flatMap((one) => [...one.constants]))
  const { item } = variable.placed
  if (variable.option !== undefined) return [true]
  if (variable.part !== undefined) {
    return variable.part === 'birthDate' ? days(constants, variable, kin, today) : texts(constants, kin.length, () => true)
  }
  switch (item.kind) {
    case 'info':
      return []
    case 'yesNo':
      return [true, false]
    case 'declaration':
      return [true]
    case 'choice':
      return options(item, constants, kin.length)
    case 'number':
    case 'money':
    case 'calculated':
      return numbers(constants, variable, kin)
    case 'date':
      return days(constants, variable, kin, today)
    case 'time':
      return times(constants, kin.length)
    case 'text':
    case 'longText':
    case 'iban':
    case 'plate':
    case 'email':
    case 'phone':
      return texts(constants, kin.length, (text) => isPossible(item, text) && passes(item, text))
    default:
      return [another(0)]
  }
}

function passes({ checks = {} }: Field, text: string): boolean {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = checks
  return text.length >= minLength && text.length <= maxLength && (!pattern || fitsPattern(pattern.regex, text))
}

const texts = (constants: ReadonlySet<Answer>, count: number, fits: (text: string) => boolean): Answer[] => [
  ...[...constants].filter((one) => typeof one === 'string' && fits(one)),
  ...Array.from({ length: count }, (_, n) => another(n)),
]

/** Options that nothing speaks of are alike; as many as can differ from each other are enough. */
function options(field: Field, constants: ReadonlySet<Answer>, count: number): Answer[] {
  if ((field.options?.length ?? 0) <= FEW_OPTIONS) return (field.options ?? []).map(({ key }) => key)
  const named = (field.options ?? []).filter(({ key, onlyIf }) => constants.has(key) || onlyIf)
  const others = (field.options ?? []).filter((option) => !named.includes(option))
  return [...named, ...others.slice(0, count + 1)].map(({ key }) => key)
}

/**
 * Points of a line that stand for all of it: each mark, and after each mark so many more that all kin can differ there. The marks of all kin
 * are those of each, so that between two of them there is nothing to tell points apart.
 */
function points(marks: readonly number[], count: number, fits: (point: number) => boolean): number[] {
  const found = new Set<number>()
  for (const mark of marks) for (let n = 0; n <= count; n++) if (fits(mark + n)) found.add(mark + n)
  return [...found]
}

const boundsOf = ({ item }: Variable['placed']): [number, number] =>
  item.kind === 'calculated' ? [-MOST, MOST] : [Math.max(item.checks?.min ?? -MOST, -MOST), Math.min(item.checks?.max ?? MOST, MOST)]

function numbers(constants: ReadonlySet<Answer>, own: Variable, kin: readonly Variable[]): number[] {
  const step = Number(stepOf(own).split(' ')[1])
  const [min, max] = boundsOf(own.placed)
  const marks = [0, ...[...constants].filter((one) => typeof one === 'number'), ...kin.flatMap(({ placed }) => boundsOf(placed))]
  // A mark between two steps stands for the step below and the one above.
  const steps = marks.flatMap((mark) => [Math.floor(mark / step + 1e-9), Math.ceil(mark / step - 1e-9)])
  const value = (point: number) => Number((point * step).toFixed(6)) + 0
  return points([Math.ceil(-MOST / step), ...steps], kin.length, (point) => value(point) >= min && value(point) <= max).map(value)
}

const EPOCH = '1800-01-01'
const LAST = daysBetween(EPOCH, '2299-12-31')

const boundsOfDay = ({ item: { kind, checks } }: Variable['placed'], today: string): [number, number] => {
  const at = (day: string | undefined, otherwise: number) => (kind === 'date' && day && isDay(day) ? daysBetween(EPOCH, day) : otherwise)
  const [first, last] = [checks?.earliest && fixedDay(checks.earliest, today), checks?.latest && fixedDay(checks.latest, today)]
  return [Math.max(at(first, 0), 0), Math.min(at(last, LAST), LAST)]
}

function days(constants: ReadonlySet<Answer>, own: Variable, kin: readonly Variable[], today: string): string[] {
  const [min, max] = boundsOfDay(own.placed, today)
  const marks = [...constants].filter((one): one is string => typeof one === 'string' && isDay(one)).map((day) => daysBetween(EPOCH, day))
  const all = [...marks, ...kin.flatMap(({ placed }) => boundsOfDay(placed, today))]
  return points(all, kin.length, (day) => day >= min && day <= max).map((day) => addDays(EPOCH, day))
}

function times(constants: ReadonlySet<Answer>, count: number): string[] {
  const marks = [...constants].flatMap((one) =>
    /^\d\d:\d\d$/.test(String(one)) ? [Number(String(one).slice(0, 2)) * 60 + Number(String(one).slice(3))] : [],
  )
  const found = points([0, 1439, ...marks], count, (minute) => minute < 1440)
  return found.map((one) => `${String(Math.floor(one / 60)).padStart(2, '0')}:${String(one % 60).padStart(2, '0')}`)
}
