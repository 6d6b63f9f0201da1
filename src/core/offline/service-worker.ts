import { oneAtATime } from './queue/lock.ts'
import { deviceStore } from './queue/store.ts'
import { sendWaiting } from './queue/work.ts'
import { standInFor } from './stand-in.rules.ts'

/**
 * Runs beside the pages of one town. It keeps nothing that anybody was shown: only the program's own files, the map's tiles and the few
 * pages that are the same for everybody (pages.ts), and sends what waits when the browser says that there is a network again. Built as
 * one file of its own; `stadtplatz` stands before it (worker.routes.ts).
 */
type KeptPage = { path: string; insteadOf: string[]; kept: 'always' | 'onceSeen' }
type Town = {
  base: string
  version: string
  language: string
  /** Files that every page needs. */
  shell: string[]
  /** Files of the controllers, by name. */
  scripts: Record<string, string[]>
  pages: KeptPage[]
  /** Stands in for every page that is not there. */
  fallback: string
}
type ExtendableEvent = Event & { waitUntil(until: Promise<unknown>): void }
type FetchEvent = ExtendableEvent & {
  request: Request
  preloadResponse?: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}
type SyncEvent = ExtendableEvent & { tag: string }
type Scope = {
  stadtplatz: Town
  addEventListener(kind: 'install' | 'activate', listen: (event: ExtendableEvent) => void): void
  addEventListener(kind: 'fetch', listen: (event: FetchEvent) => void): void
  addEventListener(kind: 'sync', listen: (event: SyncEvent) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
  registration: { navigationPreload?: { enable(): Promise<void> } }
}

// TypeScript knows pages or workers, not both in one program.
const scope = globalThis as unknown as Scope
const town = scope.stadtplatz
const mine = `stadtplatz${town.base.replaceAll('/', ':')} `
const current = `${mine}${town.version}`
const tiles = `${mine}map`
const HOUR = 3_600_000
const MOST_TILES = 500

scope.addEventListener('install', (event) => event.waitUntil(install().then(() => scope.skipWaiting())))
scope.addEventListener('activate', (event) => event.waitUntil(activate()))

async function install(): Promise<void> {
  const cache = await caches.open(current)
  await cache.addAll(town.shell)
  await keepPage(cache, town.fallback)
  // One page that fails must not leave a device without the others; the next look at any page tries again.
  for (const page of town.pages) if (page.kept === 'always' || (await wasSeen(page))) await keepPage(cache, page.path).catch(() => {})
}

/** A new program keeps what the last one kept. */
const wasSeen = async ({ path }: KeptPage): Promise<boolean> => {
  for (const name of await own()) if (await (await caches.open(name)).match(town.base + path, { ignoreVary: true })) return true
  return false
}

const own = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(mine) && name !== tiles)

/** A page as a stranger sees it, with the files that it names: those first, so that no page is there without them. */
async function keepPage(cache: Cache, path: string): Promise<void> {
  const response = await fetch(town.base + path, { credentials: 'omit', headers: { 'accept-language': town.language } })
  if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`)
  const html = await response.clone().text()
  const names = [...html.matchAll(/data-controller="([^"]+)"/g)].flatMap(([, list = '']) => list.split(' '))
  const written = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file = '']) => file)
  const files = new Set([...written, ...names.flatMap((name) => town.scripts[name] ?? [])])
  await Promise.all([...files].map(async (file) => (await cache.match(file)) ?? (await cache.add(file))))
  await cache.put(town.base + path, response)
}

async function activate(): Promise<void> {
  for (const name of await own()) if (name !== current) await caches.delete(name)
  // Pages are asked for while the worker is still waking up: it makes nobody wait.
  await scope.registration.navigationPreload?.enable()
  await scope.clients.claim()
}

scope.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (pathname.startsWith('/assets/')) return event.respondWith(kept(current, request))
  if (!belongs(pathname)) return
  const path = pathname.slice(town.base.length) || '/'
  if (/^\/karte\/[^/]+\/(\d+\/\d+\/\d+\.mvt|stil-\w+\.json)$/.test(path)) return event.respondWith(kept(tiles, request))
  if (request.mode === 'navigate') return event.respondWith(page(event, path))
  // Turbo asks for pages itself; without network it turns to the browser, which navigates.
  if (request.headers.get('accept')?.includes('text/html')) event.waitUntil(renew(path))
})

/** Towns below a path have a worker of their own. */
const belongs = (pathname: string): boolean =>
  town.base ? pathname === town.base || pathname.startsWith(`${town.base}/`) : !/^\/t\//.test(pathname)

/** What never changes under its address: from here, else from the network and kept. */
async function kept(name: string, request: Request): Promise<Response> {
  const cache = await caches.open(name)
  const found = await cache.match(request, { ignoreVary: true })
  if (found) return found
  const response = await fetch(request)
  if (response.status === 200) {
    await cache.put(request, response.clone())
    if (name === tiles) await keepFew(cache)
  }
  return response
}

async function keepFew(cache: Cache): Promise<void> {
  const keys = await cache.keys()
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_TILES)).map((key) => cache.delete(key)))
}

/** From the network; without it the page that stands in, under the address that was asked for. */
async function page(event: FetchEvent, path: string): Promise<Response> {
  try {
    const response = (await event.preloadResponse) ?? (await fetch(event.request))
    event.waitUntil(renew(path))
    return response
  } catch (error) {
    const cache = await caches.open(current)
    const found = (await keptPage(cache, standInFor(town.pages, path)?.path ?? town.fallback)) ?? (await keptPage(cache, town.fallback))
    if (!found) throw error
    return found
  }
}

const keptPage = (cache: Cache, path: string) => cache.match(town.base + path, { ignoreVary: true, ignoreSearch: true })

/** Categories and words change without a new program: looked at again after an hour. `seen` is the page that somebody looks at. */
async function renew(seen: string): Promise<void> {
  const cache = await caches.open(current)
  const looked = standInFor(town.pages, seen)
  for (const { path, kept } of [{ path: town.fallback, kept: 'always' }, ...town.pages]) {
    const found = await keptPage(cache, path)
    if (!found && kept === 'onceSeen' && path !== looked?.path) continue
    const age = Date.now() - Date.parse(found?.headers.get('date') ?? '')
    if (!(age < HOUR)) await keepPage(cache, path).catch(() => {})
  }
}

scope.addEventListener('sync', (event) => {
  if (event.tag === 'unsent') event.waitUntil(send())
})

/** What still waits afterwards makes the browser try again, in its own time. */
async function send(): Promise<void> {
  const channel = new BroadcastChannel('stadtplatz-unsent')
  const store = deviceStore(() => channel.postMessage(''))
  const { base } = town
  const fetching = (address: string, init?: RequestInit) => fetch(address, init)
  const next = await oneAtATime(base, (alone) => sendWaiting({ store, fetching, base, now: Date.now, force: true, alone }))
  channel.close()
  if (next !== undefined) throw new Error('some of it still waits')
}
