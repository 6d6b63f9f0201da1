import type { Route } from '#platform/http/route.ts'
import type { Module } from '#platform/module.ts'

/** Every route of the program, in the order in which it looks for one. */
export const routesOf = (house: { modules: readonly Module[] }): Route[] => house.modules.flatMap((module) => module.routes ?? [])

export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method} ${path}`

const PARAMETER = /:(\w+)(\{(?:[^{}]|\{[^}]*\})*\})?/g

export const parametersOf = (path: string): string[] => [...path.matchAll(PARAMETER)].map(([, name = '']) => name)

/** The address of a route with these values in the places of its parameters. */
export const addressOf = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(PARAMETER, (_, name: string) => encodeURIComponent(values[name] ?? ''))

const patterns = new Map<string, RegExp>()

function patternOf(path: string): RegExp {
  const known =
    patterns.get(path) ??
    new RegExp(
      `^${path.replaceAll('.', '\\.').replace(PARAMETER, (_, name: string, only?: string) => `(?<${name}>${only ? only.slice(1, -1) : '[^/]+'})`)}$`,
    )
  patterns.set(path, known)
  return known
}

/** The route that answers an address, and the values in the places of its parameters. */
export function routeAt(
  routes: readonly Route[],
  method: string,
  address: string,
): { route: Route; values: Record<string, string> } | undefined {
  const path = address.split(/[?#]/)[0] ?? ''
  for (const route of routes) {
    if (route.method !== method) continue
    const found = patternOf(route.path).exec(path)
    if (found)
      return { route, values: Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, decoded(value)])) }
  }
  return undefined
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
