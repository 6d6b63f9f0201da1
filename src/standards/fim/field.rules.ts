import { type Field, knowsPattern } from '#services/forms/index.ts'
import type { NoteCode } from './draft.rules.ts'
import type { XdfField } from './xdf.rules.ts'

type Draft = { [key: string]: unknown }
type Note = (code: NoteCode, value?: string) => void

const kinds: Record<XdfField['type'], Field['kind'] | undefined> = {
  text: 'text',
  text_latin: 'text',
  date: 'date',
  time: 'time',
  datetime: 'date',
  bool: 'yesNo',
  num: 'number',
  num_int: 'number',
  num_currency: 'money',
  file: 'upload',
  obj: undefined,
}

const german = (text: string) => ({ de: text.slice(0, 5_000), en: '' })

/** A field of a draft without its key; undefined where we have no such kind. */
export function fieldFrom(xdf: XdfField, note: Note): Draft | undefined {
  const about = { label: german(xdf.label), ...(xdf.help && { help: german(xdf.help) }) }
  if (xdf.input === 'label') return { kind: 'info', ...about, ...(xdf.content && { help: german(xdf.content) }) }
  const kind = xdf.input === 'select' ? 'choice' : kinds[xdf.type]
  if (!kind) {
    note('type', xdf.type)
    return undefined
  }
  if (xdf.type === 'datetime') note('datetime')
  if (xdf.input === 'hidden') note('hidden')
  const own = kind === 'choice' ? { kind, options: optionsFrom(xdf, note) } : limited(kind, xdf, note)
  const fixed = xdf.input === 'hidden' || xdf.input === 'locked'
  const attribute = xdf.ref.replace(/V[\d.]+$/, '').slice(0, 60)
  return {
    ...own,
    ...about,
    ...(fixed && { readOnly: true }),
    ...((fixed || xdf.prefilled) && { prefill: { source: 'register', attribute } }),
  }
}

function optionsFrom({ codes, codeList }: XdfField, note: Note): Draft[] {
  if (codes.length === 0) note('codeList', codeList ?? '')
  const seen = new Set<string>()
  return codes.slice(0, 200).map(({ code, name, help }, at) => {
    const plain = code
      .replace(/[^A-Za-z0-9_.-]/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '')
      .slice(0, 50)
    const key = plain && !seen.has(plain) ? plain : `${plain || 'c'}-${at + 1}`
    seen.add(key)
    return { key, label: german(name), ...(help && { help: german(help) }) }
  })
}

function limited(kind: Field['kind'], xdf: XdfField, note: Note): Draft {
  const { minLength, maxLength, minValue, maxValue, pattern, rest } = xdf.limits
  if (rest) note('limit', rest)
  const checks: Draft = {}
  const set = (name: string, raw: string | undefined, value: unknown) => {
    if (raw === undefined) return
    if (value === undefined) note('limit', `${name} ${raw}`)
    else checks[name] = value
  }
  const text = kind === 'text'
  if (text) {
    set('minLength', minLength, wholeFrom(minLength, 20_000))
    set('maxLength', maxLength, wholeFrom(maxLength, 20_000))
    if (pattern !== undefined) {
      if (knowsPattern(pattern) && pattern.length <= 300) checks.pattern = { regex: pattern, message: german('') }
      else note('pattern', pattern)
    }
  }
  if (kind === 'number' || kind === 'money') {
    const scale = kind === 'money' ? 100 : 1
    set('min', minValue, numberFrom(minValue, scale))
    set('max', maxValue, numberFrom(maxValue, scale))
  }
  if (kind === 'date') {
    set('earliest', minValue, dayFrom(minValue))
    set('latest', maxValue, dayFrom(maxValue))
  }
  const long = text && Number(checks.maxLength ?? 0) > 300
  return {
    kind: long ? 'longText' : kind,
    ...(xdf.type === 'num' && { decimals: 2 }),
    ...(Object.keys(checks).length > 0 && { checks }),
  }
}

const wholeFrom = (raw: string | undefined, most: number) => (raw && /^\d{1,5}$/.test(raw) && Number(raw) <= most ? Number(raw) : undefined)
const numberFrom = (raw: string | undefined, scale: number) => {
  const plain = raw?.replace(',', '.')
  return plain && /^-?\d{1,10}(\.\d{1,6})?$/.test(plain) ? Math.round(Number(plain) * scale * 1e6) / 1e6 : undefined
}
const dayFrom = (raw: string | undefined) => {
  const day = raw?.slice(0, 10) ?? ''
  // 30 February would be read as 2 March.
  const read = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(read) && new Date(read).toISOString().startsWith(day) ? { day } : undefined
}
