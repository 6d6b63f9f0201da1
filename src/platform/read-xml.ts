/** An element as it was read. `line` and `column` count from 1 and say where it begins. */
export type XmlElement = {
  /** Without prefix. */
  name: string
  /** As its prefix or the default says; '' for none. */
  namespace: string
  attributes: ReadonlyMap<string, string>
  children: readonly XmlElement[]
  /** All text in it, without that of its children. */
  text: string
  line: number
  column: number
}

export type XmlFault = { code: XmlFaultCode; line: number; column: number }
export type XmlFaultCode = 'notWellFormed' | 'doctype' | 'entity' | 'tooDeep' | 'tooLarge' | 'encoding' | 'prefix'

const MOST_BYTES = 10 * 1024 * 1024
const MOST_ELEMENTS = 200_000
const DEEPEST = 100

class Stop extends Error {
  readonly code: XmlFaultCode
  readonly at: number
  constructor(code: XmlFaultCode, at: number) {
    super(code)
    this.code = code
    this.at = at
  }
}

/**
 * Reads XML 1.0 strictly and with little trust: no document type, so no entities of its own and nothing from elsewhere, and an end to size
 * and depth. Comments and processing instructions are passed over.
 */
export function readXml(bytes: Uint8Array): { ok: true; root: XmlElement } | { ok: false; fault: XmlFault } {
  if (bytes.length > MOST_BYTES) return { ok: false, fault: { code: 'tooLarge', line: 1, column: 1 } }
  const text = decode(bytes)
  if (text === undefined) return { ok: false, fault: { code: 'encoding', line: 1, column: 1 } }
  const source = text.replace(/\r\n?/g, '\n')
  const places = placesOf(source)
  try {
    return { ok: true, root: readDocument(source, places) }
  } catch (problem) {
    if (problem instanceof Stop) return { ok: false, fault: { code: problem.code, ...places(problem.at) } }
    throw problem
  }
}

/** UTF-8 unless the file says that it is of the western encodings. */
function decode(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const named = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? 'utf-8'
  const label = ['utf-8', 'utf8'].includes(named)
    ? 'utf-8'
    : ['iso-8859-1', 'iso-8859-15', 'windows-1252', 'us-ascii'].includes(named)
      ? named
      : undefined
  if (!label) return undefined
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Line and column of an offset, by the ends of lines. */
function placesOf(source: string): (at: number) => { line: number; column: number } {
  const starts = [0]
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return (at) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (starts[middle]! <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - starts[low]! + 1 }
  }
}

type Open = { raw: string; element: XmlElement & { children: XmlElement[] }; prefixes: ReadonlyMap<string, string> }

const NAME = /[A-Za-z_\u00c0-\uffff][\w.\u00b7-\uffff-]*(?::[A-Za-z_\u00c0-\uffff][\w.\u00b7-\uffff-]*)?/y
const SPACE = /[ \t\n]*/y
// Signs that XML 1.0 does not know (section 2.2).
const FORBIDDEN = /[^\P{Cc}\t\n\u007f-\u009f]|[\ufffe\uffff]/u
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function readDocument(source: string, places: ReturnType<typeof placesOf>): XmlElement {
  const forbidden = FORBIDDEN.exec(source)
  if (forbidden) throw new Stop('notWellFormed', forbidden.index)
  const open: Open[] = []
  let root: XmlElement | undefined
  let count = 0
  let at = 0

  const skip = (start: string, end: string): boolean => {
    if (!source.startsWith(start, at)) return false
    const close = source.indexOf(end, at + start.length)
    if (close < 0) throw new Stop('notWellFormed', at)
    at = close + end.length
    return true
  }
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(source)?.[0] ?? ''
    at += found.length
    return found
  }

  while (at < source.length) {
    if (source[at] !== '<') readText()
    else if (source.startsWith('<![CDATA[', at)) readCharacterData()
    else if (skip('<!--', '-->') || skip('<?', '?>')) continue
    else if (source.startsWith('<!', at)) throw new Stop(/^<!DOCTYPE/i.test(source.slice(at, at + 9)) ? 'doctype' : 'notWellFormed', at)
    else if (source.startsWith('</', at)) readEnd()
    else readStart()
  }
  if (open.length > 0 || !root) throw new Stop('notWellFormed', source.length)
  return root

  function readText(): void {
    const end = source.indexOf('<', at)
    const raw = source.slice(at, end < 0 ? source.length : end)
    const within = open.at(-1)
    if (within) within.element.text += resolved(raw, at)
    else if (raw.trim() !== '') throw new Stop('notWellFormed', at)
    at += raw.length
  }

  function readCharacterData(): void {
    const end = source.indexOf(']]>', at)
    const within = open.at(-1)
    if (end < 0 || !within) throw new Stop('notWellFormed', at)
    within.element.text += source.slice(at + 9, end)
    at = end + 3
  }

  function readEnd(): void {
    const from = at
    at += 2
    const name = take(NAME)
    take(SPACE)
    const last = open.pop()
    if (last?.raw !== name || source[at] !== '>') throw new Stop('notWellFormed', from)
    at++
  }

  function readStart(): void {
    const from = at
    at++
    const raw = take(NAME)
    if (raw === '' || (open.length === 0 && root)) throw new Stop('notWellFormed', from)
    if (open.length >= DEEPEST) throw new Stop('tooDeep', from)
    if (++count > MOST_ELEMENTS) throw new Stop('tooLarge', from)
    const attributes = readAttributes(from)
    const prefixes = new Map(open.at(-1)?.prefixes)
    for (const [name, value] of attributes) {
      if (name === 'xmlns') prefixes.set('', value)
      else if (name.startsWith('xmlns:')) prefixes.set(name.slice(6), value)
    }
    const [prefix, name] = raw.includes(':') ? (raw.split(':') as [string, string]) : ['', raw]
    const namespace = prefixes.get(prefix)
    if (namespace === undefined && prefix !== '') throw new Stop('prefix', from)
    const element = { name, namespace: namespace ?? '', attributes, children: [], text: '', ...places(from) }
    const parent = open.at(-1)
    if (parent) parent.element.children.push(element)
    else root = element
    if (source.startsWith('/>', at)) at += 2
    else if (source[at] === '>') {
      at++
      open.push({ raw, element, prefixes })
    } else throw new Stop('notWellFormed', from)
  }

  function readAttributes(from: number): Map<string, string> {
    const attributes = new Map<string, string>()
    for (;;) {
      const space = take(SPACE)
      const name = take(NAME)
      if (name === '') return attributes
      take(SPACE)
      if (space === '' || source[at] !== '=' || attributes.has(name)) throw new Stop('notWellFormed', from)
      at++
      take(SPACE)
      const mark = source[at]
      const end = mark === '"' || mark === "'" ? source.indexOf(mark, at + 1) : -1
      const raw = source.slice(at + 1, end)
      if (end < 0 || raw.includes('<')) throw new Stop('notWellFormed', from)
      attributes.set(name, resolved(raw.replace(/[\t\n]/g, ' '), at + 1))
      at = end + 1
    }
  }
}

/** The five names that XML has of itself, and signs by their number. */
function resolved(raw: string, at: number): string {
  if (!raw.includes('&')) return raw
  return raw.replace(/&([^;&\s]{0,12};?)/g, (whole, inner: string, offset: number) => {
    const name = inner.endsWith(';') ? inner.slice(0, -1) : ''
    const number = /^#(?:(\d{1,7})|x([0-9a-fA-F]{1,6}))$/.exec(name)
    if (number) {
      const code = number[1] ? Number(number[1]) : Number.parseInt(number[2]!, 16)
      const sign = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '\u0000'
      if (sign !== '\r' && FORBIDDEN.test(sign)) throw new Stop('notWellFormed', at + offset)
      return sign
    }
    if (Object.hasOwn(ENTITIES, name)) return ENTITIES[name]!
    throw new Stop(whole.endsWith(';') ? 'entity' : 'notWellFormed', at + offset)
  })
}
