import { type Route, streamed } from '#platform/http/route.ts'
import { formatOf } from './answer.rules.ts'
import { explain, failed } from './call.ts'
import { ROOT } from './paths.ts'
import { readPost } from './post.rules.ts'
import { posted } from './post.ts'
import { submit } from './submit.verbs.ts'
import { readUpdate } from './update.rules.ts'
import { tellUpdate } from './update.verbs.ts'

/** Send reports. */
export const SEND = 'open311.send'
/** Tell of the work of a department. */
export const UPDATE = 'open311.update'

const limit = [
  { points: 120, seconds: 60, per: 'account' },
  { points: 2000, seconds: 3600, per: 'account' },
] as const
const common = { may: 'everyone', audience: 'public', limit, explain } as const

const inAllFormats = (path: string, summary: string, handle: Parameters<typeof streamed>[2]['handle']): Route[] =>
  ['', '.xml', '.json'].map((suffix) => streamed('POST', `${ROOT}/${path}${suffix}`, { ...common, summary, handle }))

export const writeRoutes: readonly Route[] = [
  ...inAllFormats('requests', 'Open311: send a report (api_key with the scope open311.send)', (open, at) =>
    posted(open, at, {
      scope: SEND,
      root: 'service_requests',
      run: async (ctx, { raw, ...more }) => {
        const read = readPost(raw)
        return 'errors' in read ? read : await submit(ctx, read.posted, more)
      },
    }),
  ),
  ...inAllFormats(
    'servicerequestupdates',
    'Open311 extension: tell of the work on a report (api_key with the scope open311.update)',
    (open, at) =>
      posted(open, at, {
        scope: UPDATE,
        root: 'service_request_updates',
        run: async (ctx, { raw, photos }) => {
          const read = readUpdate(raw)
          return 'errors' in read ? read : await tellUpdate(ctx, read.update, photos)
        },
      }),
  ),
]

export const nowhereToWrite: readonly Route[] = [
  streamed('POST', `${ROOT}/:rest{.+}`, {
    ...common,
    audience: 'internal',
    handle: async (open, { url }) => failed(formatOf(url.pathname) ?? 'xml', await open(async (ctx) => ctx.locale), [{ name: 'path' }]),
  }),
]
