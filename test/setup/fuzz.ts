import type { z } from 'zod'
import type { Route } from '#platform/http/route.ts'
import type { Seeded } from '#platform/seeded.ts'
import { formShape } from './fill-in.ts'
import type { KnownAddresses } from './known-addresses.ts'
import { fitting, type Pool, type Shape, shapeOf } from './made-up.ts'
import { PROGRAM_KEY } from './program-key.ts'
import { addressOf, parametersOf } from './routes.ts'
import { strange } from './strange.ts'

export type Attack = {
  method: string
  address: string
  headers: Record<string, string>
  body: string | Uint8Array<ArrayBuffer> | FormData | undefined
}

type Pairs = [name: string, value: string][]

/** The fields of a form as pairs, each as it should be, nearly so, or not at all. */
function fieldsFor({ properties = {}, required = [] }: Shape, chance: Seeded, pool: Pool): Pairs {
  const spoil = chance.pick([0, 0.1, 0.5, 1])
  const pairs: Pairs = []
  const add = (name: string, shape: Shape): void => {
    if (!required.includes(name) && chance.chance(0.3)) return
    if (chance.chance(spoil)) pairs.push(...spoiled(name, shape, chance, pool))
    else pairs.push(...flat(name, fitting(shape, chance, pool)))
  }
  for (const [name, shape] of Object.entries(properties)) add(name, shape)
  if (chance.chance(0.1))
    pairs.push([
      chance.pick(['__proto__[x]', 'constructor[prototype]', '__proto__', 'toString', 'a[b][c]', '[]', 'a[]', '']),
      strange(chance),
    ])
  if (chance.chance(0.3)) pairs.push(['_key', chance.pick(['12345678', 'x', strange(chance), 'A'.repeat(43)])])
  return chance.shuffle(pairs)
}

const flat = (name: string, value: unknown): Pairs => {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap((each) => flat(name, each))
  if (typeof value === 'object') return Object.entries(value).flatMap(([inner, each]) => flat(`${name}[${inner}]`, each))
  return [[name, String(value)]]
}

/** Something else than the field asks for: too long, too large, of another kind, several times, nested. */
function spoiled(name: string, shape: Shape, chance: Seeded, pool: Pool): Pairs {
  const right = flat(name, fitting(shape, chance, pool))
  const text = right[0]?.[1] ?? ''
  switch (chance.int(0, 8)) {
    case 0:
      return [[name, text + text.repeat(chance.int(1, 30))]]
    case 1:
      return [[name, text.slice(0, -1)]]
    case 2:
      return Array.from({ length: chance.int(2, 60) }, () => [name, chance.chance(0.5) ? text : strange(chance, pool)] as [string, string])
    case 3:
      return [[`${name}[${chance.pick(['', '0', 'de', 'length', '__proto__'])}]`, strange(chance, pool)]]
    case 4:
      return [
        [name, text.toUpperCase()],
        [`${name}[x]`, text],
      ]
    case 5:
      return [[name, ` ${text}\r\n\u0000`]]
    case 6:
      return []
    default:
      return [[name, strange(chance, pool)]]
  }
}

function inJson(pairs: Pairs, chance: Seeded): string {
  const object: Record<string, unknown> = {}
  for (const [name, value] of pairs)
    Object.defineProperty(object, name, {
      value: chance.chance(0.2)
        ? chance.pick<unknown>([null, 1e308, -0, true, [], {}, [[value]], { a: { b: value } }, [value, null, 3], Number(value) || 0])
        : value,
      enumerable: true,
      configurable: true,
    })
  const text = JSON.stringify(object)
  return chance.chance(0.1) ? text.slice(0, chance.int(0, text.length)) : text
}

function bodyFor(route: Route, chance: Seeded, pool: Pool): Pick<Attack, 'headers' | 'body'> {
  const pairs = fieldsFor(formShape(route), chance, pool)
  const kind = chance.next()
  if (kind < 0.55) return { headers: {}, body: new URLSearchParams(pairs).toString() === '' ? '' : encode(pairs, chance) }
  if (kind < 0.7)
    return {
      headers: { 'content-type': 'application/json', ...(chance.chance(0.5) ? { accept: 'application/json' } : {}) },
      body: inJson(pairs, chance),
    }
  if (kind < 0.85) {
    const form = new FormData()
    for (const [name, value] of pairs) form.append(name, value)
    if (chance.chance(0.6)) {
      const names = 'files' in route && route.files ? Object.keys(route.files) : ['file']
      const bytes = new Uint8Array(Array.from({ length: chance.int(0, 200) }, () => chance.int(0, 255)))
      form.append(
        chance.pick(names),
        new File([bytes], strange(chance).slice(0, 200), { type: chance.pick(['image/jpeg', 'application/pdf', 'text/html', '']) }),
      )
    }
    return { headers: {}, body: form }
  }
  const type = chance.pick([...TYPES, strange(chance)])
  const raw = chance.chance(0.5) ? new Uint8Array(Array.from({ length: chance.int(0, 300) }, () => chance.int(0, 255))) : strange(chance)
  return { headers: inHeader('content-type', type), body: raw }
}

const TYPES = [
  ...[
    '',
    'text/plain',
    'application/xml',
    'application/json; charset=utf-16',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=x',
  ],
  ...[
    'application/x-www-form-urlencoded; charset=latin1',
    'application/offset+octet-stream',
    'APPLICATION/JSON',
    'application/problem+json',
    'text/html;;;',
  ],
]

/** Percent signs as browsers never send them. */
function encode(pairs: Pairs, chance: Seeded): string {
  const text = new URLSearchParams(pairs).toString()
  return chance.chance(0.1) ? `${text}&%&%zz=%E0%A4&=&a=%00&b=%ff` : text
}

function inHeader(name: string, value: string): Record<string, string> {
  try {
    new Headers({ [name]: value })
    return { [name]: value }
  } catch {
    return {}
  }
}

const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['accept', ['application/json', '*/*', 'text/html;q=0', 'image/avif', 'x'.repeat(2_000)]],
  ['accept-language', ['en', 'de;q=x', '*', ';'.repeat(500), 'zh-Hant-TW,,,']],
  ['accept-encoding', ['br', 'gzip;q=0', 'identity;q=0, *;q=0', 'br;q=abc']],
  ['if-none-match', ['*', '"x"', 'W/"', '"'.repeat(100)]],
  ['range', ['bytes=0-', 'bytes=5-2', 'bytes=-1', 'bytes=0-0,5-9', 'bytes=99999999999999999999-']],
  ['authorization', ['Bearer', 'Bearer x', 'Basic eDp5', `Bearer ${'A'.repeat(200)}`, 'Bearer ä']],
  [
    'cookie',
    [
      'sitzung=',
      'sitzung=a; sitzung=b',
      'hinweis=e30',
      'hinweis=%%%',
      'sprache=xx; farbe=<b>',
      '=;=;',
      'geraet=x; schritt=y; codes=z',
      'a'.repeat(4_000),
    ],
  ],
  ['x-forwarded-for', ['203.0.113.5', ', , ,', 'x'.repeat(1_000), '::1']],
  ['x-forwarded-proto', ['https', 'gopher']],
  ['host', ['eulenrode.localhost', 'unknown.example', 'localhost:99999', '[::1]', '..']],
  ['origin', ['null', 'https://evil.example', 'x']],
  ['sec-fetch-site', ['cross-site', 'same-origin', 'x']],
  ['idempotency-key', ['12345678', 'x', 'A'.repeat(200)]],
  ['turbo-frame', ['main', '<b>']],
  ['tus-resumable', ['1.0.0', '2']],
  ['upload-length', ['-1', '10', '1e9', '99999999999999']],
  ['upload-offset', ['0', '-1', 'x']],
  ['upload-metadata', ['filename', 'filename !!!,kinds aW1hZ2U=', 'kinds cGRm,taken bm93aGVyZQ==']],
  ['upload-checksum', ['sha1', 'sha1 x', 'md5 abc']],
  ['last-event-id', ['x', '0'.repeat(100)]],
]

/** A request that a route has to answer, however wrong it is. */
export function attackOn(route: Route, known: KnownAddresses, chance: Seeded, pool: Pool): Attack {
  const names = parametersOf(route.path)
  let address = known.address(route, chance, pool)
  if (names.length > 0 && chance.chance(0.25))
    address = addressOf(route.path, Object.fromEntries(names.map((name) => [name, strange(chance, pool).toWellFormed() || 'x'])))
  if (route.method === 'GET' || chance.chance(0.1)) {
    const pairs = fieldsFor(shapeOf('query' in route ? (route.query as z.ZodType) : undefined), chance, pool)
    if (pairs.length > 0) address += `?${encode(pairs, chance)}`
  }
  if (chance.chance(0.03))
    address += chance.pick(['/', '//', '%', '%2e%2e', '?', '?a', '?a[b]=1&a=2', ';x', '/../..', `?q=${'a'.repeat(5_000)}`])
  if (chance.chance(0.02)) address = chance.pick(['/t/eulenrode', '/t/lindenfurt', '/t/x', '/t/']) + address
  const method = chance.chance(0.04) ? chance.pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']) : route.method
  // Programs with a key are some of those who send.
  const asProgram = 'stream' in route && route.audience === 'public' && chance.chance(0.5)
  const headers: Record<string, string> = asProgram ? { authorization: `Bearer ${PROGRAM_KEY}` } : {}
  while (chance.chance(0.25)) {
    const [name, values] = chance.pick(HEADERS)
    Object.assign(headers, inHeader(name, chance.pick(values)))
  }
  if (method === 'GET' || method === 'HEAD') return { method, address, headers, body: undefined }
  const { headers: own, body } = bodyFor(route, chance, pool)
  return {
    method,
    address,
    headers: { ...(typeof body === 'string' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}), ...own, ...headers },
    body,
  }
}

/** In one line, so that it can be read in a log and sent again. */
export const inWords = ({ method, address, headers, body }: Attack): string => {
  const sent =
    body instanceof FormData
      ? [...body].map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, 300) : `file ${value.name}`])
      : body
  const text = sent instanceof Uint8Array ? Buffer.from(sent).toString('base64') : sent
  return JSON.stringify([method, address.slice(0, 600), headers, text]).slice(0, 3_000)
}
