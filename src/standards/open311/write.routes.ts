import { z } from 'zod'
import { type Route, streamed } from '#platform/http/route.ts'
import { formatOf } from './answer.rules.ts'
import { explain, failed } from './call.ts'
import { ROOT } from './paths.ts'
import { readPost } from './post.rules.ts'
import { type Posting, posted } from './post.ts'
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

const writing = (path: string, summary: string, body: z.ZodType, posting: Posting): Route[] =>
  ['', '.xml', '.json'].map((suffix) =>
    streamed('POST', `${ROOT}/${path}${suffix}`, { ...common, summary, body, handle: (open, at) => posted(open, at, posting) }),
  )

// For the document of the interface alone: what comes in is read by rules that know the errors of the standard.
const text = z.string()
const optional = text.optional()
const Report = z.object({
  ...{ api_key: optional, jurisdiction_id: optional, service_code: text, lat: optional, long: optional, address_string: optional },
  ...{ address_id: optional, 'attribute[code]': optional, description: optional, email: optional, phone: optional },
  ...{ first_name: optional, last_name: optional, media: optional },
})
const Update = z.object({
  ...{ api_key: optional, jurisdiction_id: optional, update_id: text, service_request_id: text, status: text },
  ...{ updated_datetime: optional, description: optional, reason: optional, media: optional },
})

export const writeRoutes: readonly Route[] = [
  ...writing('requests', 'Open311: send a report (key with the scope open311.send)', Report, {
    scope: SEND,
    root: 'service_requests',
    run: async (ctx, { raw, ...more }) => {
      const read = readPost(raw)
      return 'errors' in read ? read : await submit(ctx, read.posted, more)
    },
  }),
  ...writing('servicerequestupdates', 'Open311 extension: tell of the work on a report (key with the scope open311.update)', Update, {
    scope: UPDATE,
    root: 'service_request_updates',
    run: async (ctx, { raw, photos }) => {
      const read = readUpdate(raw)
      return 'errors' in read ? read : await tellUpdate(ctx, read.update, photos)
    },
  }),
]

export const nowhereToWrite: readonly Route[] = [
  streamed('POST', `${ROOT}/:rest{.+}`, {
    ...common,
    audience: 'internal',
    handle: async (open, { url }) => failed(formatOf(url.pathname) ?? 'xml', await open(async (ctx) => ctx.locale), [{ name: 'path' }]),
  }),
]
