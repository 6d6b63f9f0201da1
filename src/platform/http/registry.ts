import type { Module } from '../module.ts'

/** Stops the start where a route has no permission that anybody can have, or where two say the same. */
export function checkRoutes(modules: readonly Module[]): void {
  const known = new Set([
    'everyone',
    'signedIn',
    ...modules.flatMap(({ permissions = {}, scopes = [] }) => [...Object.keys(permissions), ...scopes.map(({ scope }) => scope)]),
  ])
  const seen = new Set<string>()
  for (const module of modules) {
    for (const route of module.routes ?? []) {
      const name = `${route.method} ${route.path}`
      if (!route.may || !known.has(route.may))
        throw new Error(`${module.name}: ${name} asks for the permission "${route.may}", which no module declares`)
      if (seen.has(name)) throw new Error(`${module.name}: ${name} is declared twice`)
      seen.add(name)
    }
  }
}
