import { z } from 'zod'
import { dayIn, endOfDay } from '../calendar/day.ts'
import { type Ctx, may } from '../context.ts'
import { AppError } from '../errors.ts'
import { inContext, type Open } from '../open-context.ts'
import { compressed, encodingOf } from './answer.ts'
import type { Asked } from './asked.ts'
import { clean } from './body.ts'
import { cookieText } from './cookie.ts'
import { fitLists, nest } from './form.ts'
import type { House } from './house.ts'
import { bytesOf, type CachedPage } from './page-cache.ts'
import { type Rendered, renderPage } from './render.ts'
import { Reply, redirect } from './reply.ts'
import { isNobody } from './request.ts'
import type { Later, ReadRoute } from './route.ts'

type Read = ReadRoute<z.ZodType, z.ZodType>

/** What an anonymous page is kept under: everything that its content depends on. */
export const cacheKey = (asked: Asked): string =>
  `${asked.town.origin}${asked.town.base} ${asked.locale} ${asked.theme} ${asked.path}${asked.url.search}`

/** Answers a GET: who asks, may they, what they ask for, in one read-only transaction. */
export async function read(house: House, route: Read, asked: Asked, rawParams: Record<string, string>): Promise<Response> {
  const params = parseParams(route.params, rawParams)
  const tags = route.cache && isNobody(asked.request.headers) ? route.cache(asked.town.id, params as never) : undefined
  if (!tags) return await responseOf(await show(house, route, asked, params), asked)
  const key = cacheKey(asked)
  const made = await house.cache.together(key, async () => {
    const begun = house.cache.begin()
    const own = await show(house, route, asked, params)
    if (own instanceof Reply || !own.anonymous || own.rendered.personal) return { own, page: undefined }
    const now = house.clock()
    return {
      own,
      page: house.cache.put(key, begun, own.rendered.html, headersOf(own.rendered), tags, now.getTime(), keptFor(now, asked.town.timeZone)),
    }
  })
  return 'page' in made ? cachedResponse(made.page, asked.request.headers) : await responseOf(made.own, asked)
}

/** Seconds for which a page is kept: relative times grow old in a minute, and what it says of days at the town's midnight. */
const keptFor = (now: Date, timeZone: string): number =>
  Math.min(60, (endOfDay(dayIn(now, timeZone), timeZone).getTime() + 1000 - now.getTime()) / 1000)

type Shown = Reply | { rendered: Rendered; anonymous: boolean }

async function show(house: House, route: Read, asked: Asked, params: unknown): Promise<Shown> {
  const shown = await inContext<Shown | Later>(house, openingOf(house, asked, true), async (ctx) => {
    const denied = deny(ctx, route.may, asked)
    if (denied) return denied
    const query = parseQuery(route.query, asked.url)
    const open: Open = (work) => inContext(house, openingOf(house, asked, true), work)
    const found = await route.show(ctx, { params, query, url: asked.url, headers: asked.request.headers, open } as never)
    if (found === undefined) throw new AppError('notFound')
    if (found instanceof Reply || typeof found === 'function') return found
    return { rendered: await renderPage(house, asked, ctx, found), anonymous: ctx.actor.kind === 'anonymous' }
  })
  if (typeof shown !== 'function') return shown
  const reply = await shown()
  if (!reply) throw new AppError('notFound')
  return reply
}

const headersOf = ({ cookie }: Rendered): Record<string, string> => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'private, no-cache',
  vary: 'Accept-Encoding, Accept-Language, Cookie',
  ...(cookie ? { 'set-cookie': cookie } : {}),
})

async function responseOf(shown: Shown, asked: Asked): Promise<Response> {
  if (shown instanceof Reply) return respond(shown, asked)
  const headers = headersOf(shown.rendered)
  const { body, headers: coding } = await compressed(shown.rendered.html, encodingOf(asked.request.headers.get('accept-encoding')))
  return new Response(body, { status: 200, headers: { ...headers, ...coding, vary: headers.vary! } })
}

/** A kept page, compressed beforehand; 304 for who has it already. */
export function cachedResponse(page: CachedPage, asked: Headers): Response {
  const headers = { ...page.headers, etag: page.etag }
  if (asked.get('if-none-match') === page.etag) return new Response(null, { status: 304, headers })
  const encoding = encodingOf(asked.get('accept-encoding'))
  return new Response(new Uint8Array(bytesOf(page, encoding)), {
    headers: encoding ? { ...headers, 'content-encoding': encoding } : headers,
  })
}

export const openingOf = (house: House, asked: Asked, readOnly: boolean) => ({
  town: asked.town,
  actor: (ctx: Ctx) => house.actorOf(ctx, asked),
  readOnly,
  locale: asked.locale,
  requestId: asked.requestId,
  network: asked.network,
})

/** Undefined when allowed. Who is not signed in is sent to sign in and comes back; others learn that they may not. */
export function deny(ctx: Ctx, permission: string, asked: Asked): Reply | undefined {
  if (may(ctx, permission)) return undefined
  if (ctx.actor.kind !== 'anonymous') throw new AppError('forbidden')
  if (asked.request.method !== 'GET' || asked.bearer) throw new AppError('notSignedIn')
  return redirect(`/anmelden?weiter=${encodeURIComponent(asked.path + asked.url.search)}`, 302)
}

export function parseParams(schema: z.ZodType | undefined, raw: Record<string, string>): unknown {
  // PostgreSQL would not even take the question.
  const isText = Object.values(raw).every((value) => clean(value) === value)
  const parsed = (schema ?? z.object({})).safeParse(raw)
  if (!parsed.success || !isText) throw new AppError('notFound')
  return parsed.data
}

function parseQuery(schema: z.ZodType | undefined, url: URL): unknown {
  if (!schema) return {}
  const raw = new Map<string, string[]>()
  for (const name of new Set(url.searchParams.keys())) raw.set(name, url.searchParams.getAll(name).map(clean))
  const parsed = schema.safeParse(fitLists(schema, nest(raw)))
  if (!parsed.success)
    throw new AppError('badRequest', `the query is not understood: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`)
  return parsed.data
}

/** A Reply as a Response; paths of redirects get the town's base. */
export function respond(reply: Reply, asked: Asked): Response {
  const { location } = reply.headers
  const headers = new Headers({ 'cache-control': 'private, no-cache', ...reply.headers })
  if (location) headers.set('location', location.startsWith('/') && !location.startsWith('//') ? asked.town.base + location : location)
  for (const cookie of reply.cookies) headers.append('set-cookie', cookieText(cookie, asked.secure))
  return new Response(reply.body, { status: reply.status, headers })
}
