import { randomUUID } from 'node:crypto'
import type { Route } from '#platform/http/route.ts'
import type { Seeded } from '#platform/seeded.ts'
import { everybody } from './cast.ts'
import { formShape } from './fill-in.ts'
import type { Foreign } from './foreign.ts'
import { fitting, shapeOf } from './made-up.ts'
import { addressOf, parametersOf } from './routes.ts'

export type Probe = {
  who: string
  method: string
  address: string
  fields: Record<string, string>
  value: string
  /** The same with a value that nobody has. */
  nobodys?: Probe
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** A value of the same form that exists nowhere. */
function alike(value: string, chance: Seeded): string {
  // Of the same moment, because some lists go on after an id.
  if (value.match(UUID)) return value.replace(UUID, (id) => id.slice(0, 24) + randomUUID().slice(24))
  return value.replace(/[0-9]|[a-z]|[A-Z]/g, (sign) =>
    /\d/.test(sign)
      ? String(chance.int(2, 9))
      : sign === sign.toLowerCase()
        ? chance.pick([...'acdefghjkm'])
        : chance.pick([...'ACDEFGHJKM']),
  )
}

/** One way to ask for something of the other town: in the address, in the question, in a field, or by a whole address of it. */
export function makeProbe(routes: readonly Route[], foreign: Foreign, chance: Seeded): Probe {
  const who = chance.pick(everybody)
  const dice = chance.next()
  if (dice < 0.15 && foreign.addresses.length > 0) {
    const address = chance.pick(foreign.addresses)
    return { who, method: chance.chance(0.8) ? 'GET' : 'POST', address, fields: {}, value: '' }
  }
  const route = chance.pick(routes)
  // What is sent may be kept, and would be read again as if it had come from the other town.
  const kinds = route.method === 'GET' ? foreign.kinds : foreign.unplanted
  const value = chance.pick(chance.pick(kinds))
  const names = parametersOf(route.path)
  const probe = ((): Probe | undefined => {
    const real = foreign.known.of(route)
    if (names.length > 0 && dice < 0.6) {
      // A real address of the other town, or any of its values in one place.
      if (real.length > 0 && chance.chance(0.6)) {
        const values = chance.pick(real)
        return {
          who,
          method: route.method,
          address: addressOf(route.path, values),
          fields: fieldsFor(route, chance),
          value: Object.values(values)[0] ?? '',
        }
      }
      const values = Object.fromEntries(names.map((name) => [name, value]))
      return { who, method: route.method, address: addressOf(route.path, values), fields: fieldsFor(route, chance), value }
    }
    const address = foreign.own.address(route, chance, foreign.own.all)
    if (route.method === 'GET') {
      const asked = Object.keys(shapeOf(route.query).properties ?? {})
      const name = asked.length > 0 ? chance.pick(asked) : 'q'
      return { who, method: 'GET', address: `${address}?${new URLSearchParams({ [name]: value })}`, fields: {}, value }
    }
    const fields = fieldsFor(route, chance)
    const own = Object.keys(fields)
    if (own.length === 0) return undefined
    fields[chance.pick(own)] = value
    return { who, method: route.method, address, fields, value }
  })() ?? { who, method: route.method, address: foreign.own.address(route, chance), fields: { id: value }, value }
  const other = alike(probe.value, chance)
  if (!foreign.isForeign(probe.value) || other === probe.value) return probe
  const swap = (text: string): string =>
    text.replaceAll(encodeURIComponent(probe.value), encodeURIComponent(other)).replaceAll(probe.value, other)
  const nobodys: Probe = {
    ...probe,
    address: swap(probe.address),
    fields: Object.fromEntries(Object.entries(probe.fields).map(([name, text]) => [name, swap(text)])),
    value: other,
  }
  return { ...probe, nobodys }
}

function fieldsFor(route: Route, chance: Seeded): Record<string, string> {
  const { properties = {} } = formShape(route)
  return Object.fromEntries(
    Object.entries(properties).flatMap(([name, shape]): [string, string][] => {
      const value = fitting(shape, chance)
      if (Array.isArray(value)) return value.length > 0 ? [[name, String(value[0])]] : []
      return typeof value === 'object' ? [] : [[name, String(value ?? '')]]
    }),
  )
}
