import type { Route } from '#platform/http/route.ts'
import type { Seeded } from '#platform/seeded.ts'
import { addressesIn, type Stop } from './crawl.ts'
import { fittingParameter, type Pool } from './made-up.ts'
import { addressOf, nameOf, parametersOf, routeAt } from './routes.ts'
import { formsOf } from './visitor.ts'

export type Values = Record<string, string>
export type KnownAddresses = {
  /** Values of the parameters of a route that were seen in pages. */
  of(route: Route): readonly Values[]
  /** An address of the route: a real one where one is known, else one of the right form. */
  address(route: Route, chance: Seeded, pool?: Pool): string
  /** Everything that was seen in the place of a parameter. */
  all: Pool
}

/** Addresses that pages lead to, and those that forms are sent to. `byHand` are those that no page names. */
export type FoundAddresses = { get: string[]; post: string[]; byHand: string[] }

/** Gathers what pages link to and what their forms are sent to, some of each route. */
export function foundIn(
  routes: readonly Route[],
  stops: readonly Pick<Stop, 'address' | 'seen'>[],
  origin: string,
  byHand: readonly string[] = [],
): FoundAddresses {
  const found = { get: new Set(byHand), post: new Set<string>() }
  const counts = new Map<string, number>()
  const note = (method: 'get' | 'post', address: string): void => {
    const route = found[method].has(address) ? undefined : routeAt(routes, method.toUpperCase(), address)?.route
    const count = route ? (counts.get(nameOf(route)) ?? 0) : MOST
    if (!route || count >= MOST) return
    counts.set(nameOf(route), count + 1)
    found[method].add(address)
  }
  for (const { address, seen } of stops) {
    if (address) note('get', address)
    for (const each of addressesIn(seen.body, origin)) note('get', each)
    for (const { action, buttons } of formsOf(seen))
      for (const each of [action, ...buttons.map((button) => button.action)]) if (each) note('post', each)
  }
  return { get: [...found.get], post: [...found.post], byHand: [...byHand] }
}

const MOST = 60

/** Whether values of another route with parameters of the same names are ones of this route: a UUID where it wants one. */
const takes = (route: Route, values: Values): boolean =>
  routeAt([route], route.method, addressOf(route.path, values)) !== undefined && (route.params?.safeParse(values).success ?? true)

export function knownAddresses(routes: readonly Route[], found: FoundAddresses): KnownAddresses {
  const seen = new Map<string, Map<string, Values>>()
  for (const method of ['get', 'post'] as const)
    for (const address of found[method]) {
      const at = routeAt(routes, method.toUpperCase(), address)
      if (!at) continue
      const values = seen.get(nameOf(at.route)) ?? new Map<string, Values>()
      seen.set(nameOf(at.route), values.set(JSON.stringify(at.values), at.values))
    }
  const of = (route: Route): readonly Values[] => [...(seen.get(nameOf(route))?.values() ?? [])]
  const byNames = new Map<string, Values[]>()
  for (const values of seen.values())
    for (const one of values.values()) {
      const names = Object.keys(one).sort().join()
      byNames.set(names, [...(byNames.get(names) ?? []), one])
    }
  return {
    of,
    all: [...new Set([...seen.values()].flatMap((values) => [...values.values()].flatMap((one) => Object.values(one))))],
    address(route, chance, pool = []) {
      const names = parametersOf(route.path)
      if (names.length === 0) return route.path
      const real = of(route)
      const alike = real.length > 0 ? real : (byNames.get(names.slice().sort().join()) ?? [])
      const values = alike.length > 0 && chance.chance(0.9) ? chance.pick(alike) : undefined
      if (values && takes(route, values)) return addressOf(route.path, values)
      return addressOf(
        route.path,
        Object.fromEntries(names.map((name) => [name, fittingParameter(route.path, name, route.params, chance, pool)])),
      )
    },
  }
}
