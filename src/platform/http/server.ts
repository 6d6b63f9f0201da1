import { Hono } from 'hono'
import { noTown, type Town } from '../context.ts'
import { AppError, faultOf, statusOf } from '../errors.ts'
import { newId } from '../ids.ts'
import { countRequest } from '../metrics.ts'
import { securityHeaders } from './answer.ts'
import { type Asked, askedOf, wantsJson } from './asked.ts'
import { isKept } from './express.ts'
import type { House } from './house.ts'
import { otherMethods } from './other-methods.ts'
import { createPatience } from './patience.ts'
import { platformAnswer } from './platform-routes.ts'
import { problem } from './problem.ts'
import { cachedResponse, cacheKey, read, respond } from './read.ts'
import { checkRoutes } from './registry.ts'
import { renderPage } from './render.ts'
import { addressOf, isCrossSite, isNobody } from './request.ts'
import type { Route } from './route.ts'
import { staticFile } from './static.ts'
import { streamed } from './streamed.ts'
import { write } from './write.ts'

type Env = { Bindings: { asked: Asked } }

/** The program as one function from request to answer. `socketAddress` is the address of the connection. */
export function createServer(house: House): (request: Request, socketAddress?: string) => Promise<Response> {
  const router = routerOf(house)
  return async (request, socketAddress) => {
    const started = performance.now()
    const requestId = newId()
    const url = new URL(request.url)
    const secure =
      (house.publicUrl ?? '').startsWith('https:') || (house.trustProxy > 0 && request.headers.get('x-forwarded-proto') === 'https')
    const address = addressOf(socketAddress, request.headers.get('x-forwarded-for'), house.trustProxy)
    let asked: Asked | undefined
    let response: Response
    try {
      const quick = staticFileOrPlatform(house, request, url, address)
      if (quick) response = await quick
      else {
        const place = await findTown(house, request, url, secure)
        asked = askedOf(request, url, place.path, place.town, { requestId, address, secure })
        response = await answerIn(house, router, asked)
      }
    } catch (thrown) {
      response = await explain(house, asked ?? nowhere(request, url, requestId, address, secure), thrown)
    }
    for (const [name, value] of securityHeaders(house, secure)) if (!response.headers.has(name)) response.headers.set(name, value)
    response.headers.set('x-request-id', requestId)
    countRequest(request.method, response.status, (performance.now() - started) / 1000)
    return response
  }
}

function staticFileOrPlatform(house: House, request: Request, url: URL, address: string): Promise<Response> | Response | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  if (/^\/(assets|fonts|map|images)\/|^\/(favicon\.\w+|robots\.txt|manifest\.webmanifest|sw\.js)$/.test(url.pathname))
    return staticFile(url.pathname, request) ?? undefined
  return platformAnswer(house, request, url, address)
}

/** The town by path prefix, else by host name; and the path inside it. */
async function findTown(house: House, request: Request, url: URL, secure: boolean): Promise<{ town: Town; path: string }> {
  const host = request.headers.get('host') ?? url.host
  const origin =
    house.publicUrl && new URL(house.publicUrl).host === host ? house.publicUrl : `${secure ? 'https:' : url.protocol}//${host}`
  if (!URL.canParse(origin)) throw new AppError('badRequest', 'the host is no host')
  const prefix = /^\/t\/([a-z][a-z0-9-]{1,40})(?=\/|$)/.exec(url.pathname)
  const town = await house.townOf(prefix ? { slug: prefix[1]! } : { host: host.toLowerCase().replace(/:\d+$/, '') })
  if (!town) throw new AppError('notFound', 'no such town')
  const base = prefix ? prefix[0] : ''
  return { town: { ...town, base, origin }, path: url.pathname.slice(base.length) || '/' }
}

async function answerIn(house: House, router: Hono<Env>, asked: Asked): Promise<Response> {
  const { request, path } = asked
  if (request.method === 'GET' && isNobody(request.headers)) {
    const key = cacheKey(asked)
    const page = house.cache.get(key, house.clock().getTime())
    if (page) return isKept(cachedResponse(page, request.headers), { page, key })
  }
  if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method) && isCrossSite(request.headers, request.headers.get('host') ?? asked.url.host))
    throw new AppError('forbidden', 'cross-site')
  const inner =
    path === asked.url.pathname
      ? request
      : new Request(new URL(path + asked.url.search, asked.url), { method: request.method, headers: request.headers })
  return await router.fetch(inner, { asked })
}

function routerOf(house: House): Hono<Env> {
  const routes = house.modules.flatMap((module) => module.routes ?? [])
  checkRoutes(house.modules)
  const methodsFor = otherMethods(routes)
  const app = new Hono<Env>()
  for (const route of routes) {
    app.on(route.method, route.path, async (c) => {
      const { asked } = c.env
      const params = Object.fromEntries(Object.entries(c.req.param()).filter((entry): entry is [string, string] => entry[1] !== undefined))
      return await answerRoute(house, route, asked, params).catch((thrown) =>
        route.explain ? toldBy(house, route, asked, thrown, route.explain) : explain(house, asked, thrown, route.path),
      )
    })
  }
  app.onError((thrown) => {
    throw thrown
  })
  app.notFound((c) => {
    const allow = c.req.method === 'HEAD' ? [] : methodsFor(c.req.method, c.req.path)
    if (allow.length > 0) throw new AppError('wrongMethod', undefined, { allow })
    throw new AppError('notFound')
  })
  return app
}

async function answerRoute(house: House, route: Route, given: Asked, params: Record<string, string>): Promise<Response> {
  const asked = route.keyInQuery && !given.bearer ? { ...given, bearer: given.url.searchParams.get('api_key') || undefined } : given
  const caller = { network: asked.network, session: asked.session ?? asked.bearer, townId: asked.town.id }
  const patience = createPatience()
  if (route.method === 'GET')
    return await patience(async () => {
      if (route.limit) await house.limits.own(route.path, route.limit, caller)
      return await read(house, route as Parameters<typeof read>[1], asked, params)
    })
  if (route.method !== 'HEAD') await patience(() => house.limits.take(route.path, route.limit ?? [], caller))
  if ('stream' in route) return await streamed(house, route as Parameters<typeof streamed>[1], asked, params, patience)
  return await write(house, route as Parameters<typeof write>[1], asked, params, patience)
}

/** A fault in the words of the route's own standard; where it has none, `explain` tells it. */
function toldBy(house: House, { path }: Route, asked: Asked, thrown: unknown, tell: NonNullable<Route['explain']>): Response {
  const fault = faultOf(thrown)
  noteFault(house, asked, statusOf[fault.kind], thrown, path)
  const reply = respond(tell(fault, asked), asked)
  if (fault.retryAfter) reply.headers.set('retry-after', String(fault.retryAfter))
  return reply
}

/** Says which route failed, never which address: that may hold the secret of a link. */
function noteFault(house: House, asked: Asked, status: number, thrown: unknown, route: string | undefined): void {
  if (status >= 500) house.log.error({ err: thrown, requestId: asked.requestId, route, method: asked.request.method }, 'request failed')
}

/** A fault as a page or problem. What is unknown is logged under its reference and says nothing to the outside. */
async function explain(house: House, asked: Asked, thrown: unknown, route?: string): Promise<Response> {
  const fault = faultOf(thrown)
  const status = statusOf[fault.kind]
  noteFault(house, asked, status, thrown, route)
  const headers: Record<string, string> = fault.retryAfter ? { 'retry-after': String(fault.retryAfter) } : {}
  if (fault.allow) headers.allow = fault.allow.join(', ')
  if (wantsJson(asked) || asked.request.headers.get('content-type')?.startsWith('application/json')) {
    const answer = problem(asked, { status, kind: fault.kind, headers })
    return asked.request.method === 'HEAD' ? new Response(null, answer) : answer
  }
  const { html } = await renderPage(house, asked, undefined, house.errorPage({ status, reference: asked.requestId }))
  return new Response(asked.request.method === 'HEAD' ? null : html, {
    status,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

const nowhere = (request: Request, url: URL, requestId: string, address: string, secure: boolean): Asked =>
  askedOf(request, url, url.pathname, noTown, { requestId, address, secure })
