/** A pattern that was understood. */
export type Pattern =
  | { kind: 'sign'; fits: (sign: string) => boolean }
  | { kind: 'row' | 'either'; of: Pattern[] }
  | { kind: 'repeat'; of: Pattern; min: number; max: number }

type Reading = { signs: string[]; at: number }
type Fits = (sign: string) => boolean

const MOST_REPEATS = 1_000
const classes: Record<string, RegExp> = { d: /^\d$/, w: /^\w$/, s: /^\s$/ }
const properties: Record<string, RegExp> = {
  L: /^\p{L}$/u,
  Lu: /^\p{Lu}$/u,
  Ll: /^\p{Ll}$/u,
  N: /^\p{N}$/u,
  Nd: /^\p{Nd}$/u,
  P: /^\p{P}$/u,
}

/**
 * The part of regular expressions that can be matched in linear time: signs, classes, groups, alternatives, repeats. No looking ahead or
 * back, no back-references. `^` at the beginning and `$` at the end say what holds anyway: the whole answer must fit.
 */
export function parsePattern(regex: string): Pattern | undefined {
  const reading: Reading = { signs: [...regex.replace(/^\^/, '').replace(/(?<!\\)\$$/, '')], at: 0 }
  try {
    const pattern = readEither(reading, 0)
    return reading.at === reading.signs.length ? pattern : undefined
  } catch (problem) {
    if (problem instanceof NotUnderstood) return undefined
    throw problem
  }
}

class NotUnderstood extends Error {}
const stop = (): never => {
  throw new NotUnderstood()
}

function readEither(reading: Reading, depth: number): Pattern {
  if (depth > 20) stop()
  const of = [readRow(reading, depth)]
  while (reading.signs[reading.at] === '|') {
    reading.at++
    of.push(readRow(reading, depth))
  }
  return of.length === 1 ? of[0]! : { kind: 'either', of }
}

function readRow(reading: Reading, depth: number): Pattern {
  const of: Pattern[] = []
  for (let sign = reading.signs[reading.at]; sign !== undefined && sign !== '|' && sign !== ')'; sign = reading.signs[reading.at]) {
    of.push(readRepeat(reading, readOne(reading, depth)))
  }
  return { kind: 'row', of }
}

function readRepeat(reading: Reading, of: Pattern): Pattern {
  const rest = reading.signs.slice(reading.at, reading.at + 12).join('')
  const found = /^(?:[*+?]|\{(\d{1,4})(,(\d{0,4}))?\})/.exec(rest)
  if (!found) return of
  reading.at += found[0].length
  if (reading.signs[reading.at] === '?') reading.at++
  const min = found[1] ? Number(found[1]) : found[0] === '+' ? 1 : 0
  const max = found[0] === '?' ? 1 : !found[1] ? Number.POSITIVE_INFINITY : !found[2] ? min : found[3] ? Number(found[3]) : Infinity
  if (min > max || min > MOST_REPEATS || (max !== Number.POSITIVE_INFINITY && max > MOST_REPEATS)) stop()
  return { kind: 'repeat', of, min, max }
}

function readOne(reading: Reading, depth: number): Pattern {
  const sign = reading.signs[reading.at++]!
  if (sign === '(') {
    if (reading.signs[reading.at] === '?') {
      if (reading.signs[reading.at + 1] !== ':') stop()
      reading.at += 2
    }
    const inner = readEither(reading, depth + 1)
    if (reading.signs[reading.at++] !== ')') stop()
    return inner
  }
  if (sign === '[') return { kind: 'sign', fits: readClass(reading) }
  if (sign === '.') return { kind: 'sign', fits: (one) => one !== '\n' }
  if (sign === '\\') return { kind: 'sign', fits: readEscape(reading) }
  return '*+?{}])^$'.includes(sign) ? stop() : { kind: 'sign', fits: (one) => one === sign }
}

function readEscape(reading: Reading): Fits {
  const sign = reading.signs[reading.at++] ?? stop()
  const known = classes[sign.toLowerCase()]
  if (known) return sign === sign.toLowerCase() ? (one) => known.test(one) : (one) => !known.test(one)
  if (sign === 'p') {
    const name = /^\{(\w{1,2})\}/.exec(reading.signs.slice(reading.at, reading.at + 5).join(''))
    const property = (name && Object.hasOwn(properties, name[1]!) && properties[name[1]!]) || stop()
    reading.at += name![0].length
    return (one) => property.test(one)
  }
  return /[A-Za-z0-9]/.test(sign) ? stop() : (one) => one === sign
}

function readClass(reading: Reading): Fits {
  const not = reading.signs[reading.at] === '^'
  if (not) reading.at++
  const parts: Fits[] = []
  for (let sign = reading.signs[reading.at++]; sign !== ']'; sign = reading.signs[reading.at++]) {
    if (sign === undefined) return stop()
    const last = reading.signs[reading.at + 1]
    if (sign === '\\') parts.push(readEscape(reading))
    else if (reading.signs[reading.at] === '-' && last !== ']' && last !== undefined && last !== '\\') {
      reading.at += 2
      if (sign > last) stop()
      parts.push((one) => one >= sign! && one <= last)
    } else parts.push((one) => one === sign)
  }
  return not ? (one) => !parts.some((fits) => fits(one)) : (one) => parts.some((fits) => fits(one))
}
