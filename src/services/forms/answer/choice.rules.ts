import { type FileAnswer, isRecord, own, type Read, wrong } from './answer.rules.ts'
import { lineOf } from './words.rules.ts'

/** Of the options that are offered. */
export function readChoice(raw: unknown, offered: readonly string[]): Read {
  const text = lineOf(Array.isArray(raw) && raw.length === 1 ? raw[0] : raw)
  return text !== undefined && offered.includes(text) ? { value: text } : wrong('choice')
}

/** Each once, in the order of the options. */
export function readChoices(raw: unknown, offered: readonly string[]): Read {
  const given = (Array.isArray(raw) ? raw.slice(0, 1_000) : [raw]).map(lineOf).filter((one) => one !== '')
  if (!given.every((one) => one !== undefined && offered.includes(one))) return wrong('choice')
  const value = offered.filter((one) => given.includes(one))
  return value.length ? { value } : {}
}

const yes = new Set(['yes', 'true', 'on', 'ja', '1'])
const no = new Set(['no', 'false', 'off', 'nein', '0'])

export function readYesNo(raw: unknown): Read {
  if (typeof raw === 'boolean') return { value: raw }
  const text = lineOf(raw)?.toLowerCase() ?? 'x'
  return yes.has(text) ? { value: true } : no.has(text) ? { value: false } : wrong('yesNo')
}

/** Something is declared or it is not; "no" is no answer. */
export function readDeclaration(raw: unknown): Read {
  const read = readYesNo(raw)
  return read.value === false ? {} : read
}

/** Names and numbers of stored files; whether they are there and sound says who stores them. */
export function readFiles(raw: unknown): Read {
  const files: FileAnswer[] = []
  for (const one of Array.isArray(raw) ? raw.slice(0, 100) : [raw]) {
    const id = lineOf(isRecord(one) ? own(one, 'id') : one)
    if (id === '') continue
    if (id === undefined || !/^[A-Za-z0-9-]{1,64}$/.test(id)) return wrong('invalid')
    if (files.some((known) => known.id === id)) continue
    const [size, type] = [own(one, 'size'), lineOf(own(one, 'type'))]
    files.push({
      id,
      name: lineOf((lineOf(own(one, 'name')) ?? '').slice(0, 200)) ?? '',
      ...(typeof size === 'number' && Number.isSafeInteger(size) && size >= 0 && { size: size + 0 }),
      ...(type && type.length <= 100 && { type }),
    })
  }
  return files.length ? { value: files } : {}
}
