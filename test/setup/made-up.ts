import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Seeded } from '#platform/seeded.ts'

export type Shape = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  items?: Shape
  maxItems?: number
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
  properties?: Record<string, Shape>
  required?: string[]
  propertyNames?: Shape
  additionalProperties?: Shape | boolean
}

const shapes = new WeakMap<z.ZodType, Shape>()

/** What a schema of a route asks for, as JSON Schema. */
export function shapeOf(schema: z.ZodType | undefined): Shape {
  if (!schema) return {}
  const known = shapes.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape)
  shapes.set(schema, known)
  return known
}

/** Values that were seen somewhere, to choose from where a shape asks for text of a certain form. */
export type Pool = readonly string[]

/** What people write, some of it as if they wrote a page: text may hold anything. */
const WORDS = [
  ...['Schlagloch am Markt', 'Laterne', 'Bitte ansehen', '12', 'a', 'Ä'],
  ...['Wasser < 5 cm</textarea><script>alert(1)</script>', 'Laterne"><img src=x onerror=alert(1)>'],
]

/** A value that the shape allows, as far as it says what it wants. */
export function fitting(shape: Shape, chance: Seeded, pool: Pool = []): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum?.length) return chance.pick(shape.enum)
  const either = shape.anyOf ?? shape.oneOf
  if (either?.length) return fitting(chance.pick(either), chance, pool)
  if (shape.allOf?.length) return fitting(Object.assign({}, ...shape.allOf) as Shape, chance, pool)
  const type = Array.isArray(shape.type) ? chance.pick(shape.type) : shape.type
  if (type === 'number' || type === 'integer') {
    const low = Math.max(shape.minimum ?? -1000, -1e9)
    return chance.int(Math.ceil(low), Math.floor(Math.min(shape.maximum ?? low + 2000, 1e9)))
  }
  if (type === 'boolean') return chance.chance(0.5)
  if (type === 'array')
    return Array.from({ length: chance.int(0, Math.min(3, shape.maxItems ?? 3)) }, () => fitting(shape.items ?? {}, chance, pool))
  if (type === 'object')
    return Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, fitting(inner, chance, pool)]))
  if (type === 'null') return null
  return textFor(shape, chance, pool)
}

function textFor({ format, pattern, minLength = 0, maxLength = 5_000 }: Shape, chance: Seeded, pool: Pool): string {
  if (format === 'uuid') return pick(pool, chance, (text) => /^[0-9a-f-]{36}$/.test(text)) ?? randomUUID()
  if (format === 'email') return `harness.${chance.int(1, 1e9)}@post.example`
  if (format === 'date') return `2026-0${chance.int(1, 9)}-1${chance.int(0, 9)}`
  if (format === 'date-time') return '2026-05-12T08:00:00Z'
  if (pattern) {
    const right = new RegExp(pattern, 'u')
    const known = pick(pool, chance, (text) => right.test(text)) ?? SAMPLES.find((text) => right.test(text))
    if (known !== undefined) return known
  }
  const text = chance.chance(0.7) || pool.length === 0 ? chance.pick(WORDS) : chance.pick(pool)
  return text.padEnd(minLength, 'x').slice(0, maxLength)
}

const pick = (pool: Pool, chance: Seeded, wanted: (text: string) => boolean): string | undefined => {
  for (let attempt = 0; attempt < 40 && pool.length > 0; attempt += 1) {
    const one = chance.pick(pool)
    if (wanted(one)) return one
  }
  return undefined
}

/** One of most forms that patterns of forms ask for. */
const SAMPLES = [
  ...['1', '12', '123456', '2026', '2026-05', '2026-05-12', '2026-05-12T08:00', '08:00', '12345', '+49 5555 123', '49.05', '49.05 11.05'],
  ...[
    'a',
    'abc',
    'abc-def',
    'person:00000000-0000-7000-8000-000000000000',
    'M-2222-2222',
    'A'.repeat(43),
    '#1f5f8b',
    'post@post.example',
    'de',
    'BY',
  ],
]

/** A value for the parameter of an address that its schema and the route's own pattern take. */
export function fittingParameter(path: string, name: string, schema: z.ZodType | undefined, chance: Seeded, pool: Pool = []): string {
  const only = new RegExp(`:${name}\\{((?:[^{}]|\\{[^}]*\\})*)\\}`).exec(path)?.[1]
  if (only === '[0-9a-f-]{36}') return pick(pool, chance, (text) => /^[0-9a-f-]{36}$/.test(text)) ?? randomUUID()
  if (only === '[0-9]+') return String(chance.int(1, 30))
  const right = only === undefined ? undefined : new RegExp(`^(?:${only})$`, 'u')
  const known = right && (pick(pool, chance, (text) => right.test(text)) ?? SAMPLES.find((text) => right.test(text)))
  if (known !== undefined) return known
  const value = fitting(shapeOf(schema).properties?.[name] ?? {}, chance, pool)
  return String(value ?? '') || 'a'
}
