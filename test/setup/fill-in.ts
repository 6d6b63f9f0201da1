import type { z } from 'zod'
import type { Route } from '#platform/http/route.ts'
import type { Seeded } from '#platform/seeded.ts'
import { fitting, type Pool, type Shape, shapeOf } from './made-up.ts'
import { PROGRAM_KEY } from './program-key.ts'
import { routeAt } from './routes.ts'
import { type Fields, type FoundForm, formsOf, type Seen } from './visitor.ts'

export type Sendable = { route: Route; action: string; form: FoundForm; button: FoundForm['buttons'][number] | undefined }

/** Every way to send a form of the page: each form with each of its buttons. */
export function sendablesIn(routes: readonly Route[], page: Pick<Seen, 'body'>): Sendable[] {
  return formsOf(page).flatMap((form) => {
    const buttons = form.buttons.length > 0 ? form.buttons : [undefined]
    return buttons.flatMap((button): Sendable[] => {
      const action = button?.action ?? form.action
      const found = form.method === 'post' ? routeAt(routes, 'POST', action) : undefined
      return found ? [{ route: found.route, action, form, button }] : []
    })
  })
}

/** What the rules behind a streamed route want, where its schema says no more than that it is text. */
const forPrograms: Record<string, Shape> = {
  api_key: { const: PROGRAM_KEY },
  // Each town has its own address, nobody needs to name it.
  jurisdiction_id: { const: '' },
  service_code: { enum: ['bench', 'tree', 'hedge'] },
  // The middle of either town.
  lat: { enum: ['51.742', '51.861'] },
  long: { enum: ['9.612', '9.842'] },
  status: { enum: ['OPEN', 'IN_PROGRESS', 'FIXED'] },
  email: { type: 'string', format: 'email' },
  updated_datetime: { type: 'string', format: 'date-time' },
}

/** What may be sent to a route. */
export function formShape(route: Route): Shape {
  if ('form' in route) return shapeOf(route.form as z.ZodType)
  if (!('body' in route)) return {}
  const { properties = {}, ...shape } = shapeOf(route.body)
  const told = Object.entries(properties).map(([name, one]) => [name, forPrograms[name] ?? one])
  return { ...shape, properties: Object.fromEntries(told) }
}

/** What a form carries along. */
const NEVER = new Set(['_key', 'version', 'liste', 'weiter', 'verb'])

/** The form as somebody would fill it in: what is empty gets something that fits, what is chosen is sometimes chosen
 * otherwise. With `otherwise` one field is not as it was. */
export function filledIn({ route, form, button }: Sendable, chance: Seeded, pool: Pool, otherwise = false): Record<string, string[]> {
  const { properties = {}, required = [] } = formShape(route)
  const fields: Record<string, string[]> = { ...form.fields }
  for (const [name, values] of Object.entries(form.choices))
    if (!fields[name] || fields[name].every((value) => value === '') || chance.chance(0.25)) fields[name] = [chance.pick(values)]
  for (const [name, shape] of Object.entries(properties)) {
    const empty = !fields[name] || fields[name].every((value) => value === '')
    if (!empty || form.choices[name]) continue
    if (required.includes(name) || (name in fields && chance.chance(0.8))) {
      const value = fitting(shape, chance, pool)
      if (typeof value !== 'object' || value === null) fields[name] = [String(value ?? '')]
      else if (Array.isArray(value)) fields[name] = value.map(String)
      else for (const [inner, each] of Object.entries(value)) fields[`${name}[${inner}]`] = [String(each)]
    }
  }
  if (otherwise) {
    // One field at a time: not all of them take any words.
    const given = Object.entries(properties).filter(([name]) => fields[name] && !NEVER.has(name))
    for (const [name, shape] of chance.shuffle(given).slice(0, 1)) {
      const plain = shape.type === 'string' && !shape.format && !shape.pattern && !shape.enum
      if (plain && !form.choices[name]) fields[name] = [`Anders ${chance.int(1, 1e6)}`]
      else if (form.choices[name]) fields[name] = [chance.pick(form.choices[name])]
      else fields[name] = [String(fitting(shape, chance, pool))]
    }
  }
  if (button?.name) fields[button.name] = [button.value]
  return fields
}

/** The same with a picture where the route takes files. */
export function withFiles(route: Route, fields: Record<string, string[]>, picture: File | undefined): Fields {
  if (!picture || !('files' in route) || !route.files) return fields
  return { ...fields, ...Object.fromEntries(Object.keys(route.files).map((name) => [name, picture])) }
}
