import type { Route } from './route.ts'

const parameter = /:\w+(\{(?:[^{}]|\{[^}]*\})*\})?/g

/** An address as its pattern says: `:id{[0-9]+}` is only what the braces allow, `:id` anything up to the next slash. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(parameter, (_, only?: string) => (only ? `(?:${only.slice(1, -1)})` : '[^/]+'))}$`)

/** Tells by which methods an address is taken that is not taken by this one: for `Allow` (RFC 9110, 15.5.6). */
export function otherMethods(routes: readonly Pick<Route, 'method' | 'path'>[]): (method: string, path: string) => string[] {
  const known = routes.map(({ method, path }) => ({ method, pattern: patternOf(path) }))
  return (method, path) => [
    ...new Set(known.filter((each) => each.method !== method && each.pattern.test(path)).map((each) => each.method as string)),
  ]
}
