import type { Route } from '#platform/http/route.ts'
import { nameOf, parametersOf, routeAt } from './routes.ts'
import { type Seen, unescaped, type Visitor } from './visitor.ts'

export type Stop = { address: string; route: Route; seen: Seen }

/** How many addresses of one route are opened. */
type Limits = { perRoute: number; stops: number /** Begins here as well. */; also?: readonly string[] }

/** Everything that answers within a page or document of ours may name other addresses. */
export function addressesIn(body: string, origin: string): string[] {
  const quoted = [...body.matchAll(/(?:href|src|action|formaction|value)="([^"]{1,500})"/g)].map(([, text = '']) => unescaped(text))
  const plain = [...body.matchAll(/https?:\/\/[^\s"'<>\\]{1,500}/g)].map(([text]) => unescaped(text))
  return [...quoted, ...plain]
    .map((address) => (address.startsWith(origin) ? address.slice(origin.length) : address))
    .filter((address) => /^\/(?!\/)/.test(address))
    .map((address) => address.split('#')[0] ?? address)
}

/**
 * Opens every page that somebody can come to: all without parameters, and from there whatever they link to, a few of each route.
 * Only looks.
 */
export async function crawl(
  visitor: Visitor,
  origin: string,
  routes: readonly Route[],
  { perRoute, stops, also = [] }: Limits,
): Promise<Stop[]> {
  const opened: Stop[] = []
  const known = new Set<string>()
  const counts = new Map<string, number>()
  const queue: { address: string; route: Route }[] = []
  const offer = (address: string): void => {
    const found = routeAt(routes, 'GET', address)
    if (!found || known.has(address)) return
    const question = [...new URLSearchParams(address.split('?')[1] ?? '').keys()].sort().join()
    const sort = `${nameOf(found.route)} ${question}`
    const count = counts.get(sort) ?? 0
    if (count >= (question ? Math.min(1, perRoute) : perRoute)) return
    counts.set(sort, count + 1)
    known.add(address)
    queue.push({ address, route: found.route })
  }
  for (const route of routes) if (route.method === 'GET' && parametersOf(route.path).length === 0) offer(route.path)
  for (const address of also) offer(address)
  for (let next = queue.shift(); next && opened.length < stops; next = queue.shift()) {
    let seen = await visitor.get(next.address)
    // A machine with much to do says that it has no time now.
    for (let again = 0; seen.status === 503 && again < 3; again += 1) seen = await visitor.get(next.address)
    opened.push({ ...next, seen })
    if (/json|html/.test(seen.headers.get('content-type') ?? '')) for (const address of addressesIn(seen.body, origin)) offer(address)
    if (seen.location) offer(seen.location)
  }
  return opened
}
