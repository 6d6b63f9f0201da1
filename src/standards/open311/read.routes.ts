import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import type { Reply } from '#platform/http/reply.ts'
import { get, type Route } from '#platform/http/route.ts'
import { type Format, formatOf } from './answer.rules.ts'
import { type Answered, explain, failed, jurisdictionError, keyError, told } from './call.ts'
import { discovery } from './discovery.ts'
import { ROOT } from './paths.ts'
import { requestNamed, searchRequests } from './requests.ts'
import { definition, services } from './services.ts'
import { requestForToken } from './token.ts'
import { searchUpdates } from './updates.ts'

type Read = (ctx: Ctx, at: { url: URL; name: string; format: Format }) => Promise<Answered>

/** Programs may ask often; one alone shall not take everything. */
const limit = [
  { points: 1200, seconds: 60, per: 'network' },
  { points: 1200, seconds: 60, per: 'account' },
] as const

const common = { may: 'everyone', audience: 'public', limit, keyInQuery: true, explain } as const

async function answered(ctx: Ctx, { url, headers, name }: { url: URL; headers: Headers; name: string }, read: Read): Promise<Reply> {
  const format = formatOf(url.pathname) ?? 'xml'
  const query = url.searchParams
  const wrong = keyError(ctx, headers, query.get('api_key')) ?? jurisdictionError(ctx.town, query.get('jurisdiction_id'))
  if (wrong) return failed(format, ctx.locale, [wrong])
  const answer = await read(ctx, { url, name, format })
  return 'errors' in answer ? failed(format, ctx.locale, answer.errors) : told(format, answer.root, answer.value, answer.headers)
}

const given = z
  .string()
  .max(2000)
  .optional()
  .or(z.array(z.string().max(2000)).optional())
const Common = { jurisdiction_id: given, api_key: given }
const Search = z.object({
  ...Common,
  service_request_id: given,
  service_code: given,
  start_date: given,
  end_date: given,
  status: given,
  page: given,
  page_size: given,
  after: given,
  extensions: given,
  updated_after: given,
  bbox: given,
  lat: given,
  long: given,
  radius: given,
  with_picture: given,
  q: given,
})

/** One address without and with each suffix. The query is read by its own rules, so that errors have the standard's form. */
const list = (path: string, summary: string, read: Read, query: z.ZodType = z.object(Common)): Route[] =>
  ['', '.xml', '.json'].map((suffix) =>
    get(`${ROOT}/${path}${suffix}`, {
      ...common,
      summary,
      ...(suffix === '.json' ? { query } : {}),
      show: (ctx, { url, headers }) => answered(ctx, { url, headers, name: '' }, read),
    }),
  )

/** A single thing: its name may have a suffix. */
const one = (path: string, summary: string, read: Read): Route =>
  get(`${ROOT}/${path}/:name`, {
    ...common,
    summary,
    params: z.object({ name: z.string().max(300) }),
    show: (ctx, { url, headers, params }) => answered(ctx, { url, headers, name: params.name.replace(/\.(xml|json)$/, '') }, read),
  })

export const readRoutes: readonly Route[] = [
  ...list('discovery', 'Open311: where and how to ask', discovery),
  ...list('services', 'Open311: what can be reported', services),
  one('services', 'Open311: what a service asks for', definition),
  ...list('requests', 'Open311: search public reports', searchRequests, Search),
  one('requests', 'Open311: one public report', requestNamed),
  ...list(
    'servicerequestupdates',
    'Open311 extension: what everybody was told of public reports',
    searchUpdates,
    z.object({ ...Common, start_date: given, end_date: given, after: given }),
  ),
  one('tokens', 'Open311: the report a token leads to', requestForToken),
]

/** Every other address under the root; it stands last. */
export const nowhereRoutes: readonly Route[] = [
  get(`${ROOT}/:rest{.+}`, {
    ...common,
    audience: 'internal',
    show: (ctx, { url }) => failed(formatOf(url.pathname) ?? 'xml', ctx.locale, [{ name: 'path' }]),
  }),
]
