import { z } from 'zod'
import { json, Reply, text } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { locales } from '#platform/text.ts'
import { manifestOf } from './manifest.ts'
import { ownerMark } from './owner.ts'
import { WAITING_PATH } from './pages.ts'
import { type SymbolName, symbolOf, symbols } from './symbol.ts'
import { workerOf } from './worker.ts'

export const appRoutes = [
  get('/manifest.webmanifest', {
    may: 'everyone',
    audience: 'internal',
    show: (ctx) =>
      text(JSON.stringify(manifestOf(ctx)), 'application/manifest+json; charset=utf-8', {
        'cache-control': 'public, max-age=3600',
        vary: 'Accept-Language, Cookie',
      }),
  }),

  get('/symbol/:name', {
    may: 'everyone',
    audience: 'internal',
    params: z.object({ name: z.enum(Object.keys(symbols) as [SymbolName, ...SymbolName[]]) }),
    limit: [{ points: 120, seconds: 60, per: 'network' }],
    show: async (ctx, { params }) =>
      new Reply(new Uint8Array(await symbolOf(ctx, params.name)), 200, {
        'content-type': 'image/png',
        'cache-control': 'public, max-age=86400',
      }),
  }),

  get('/sw.js', {
    may: 'everyone',
    audience: 'internal',
    query: z.object({ sprache: z.enum(locales).default('de') }),
    show: (ctx, { query, headers }) => {
      const worker = workerOf(ctx, query.sprache)
      if (!worker) return undefined
      // Asked for at every look at a page.
      const known = { 'cache-control': 'no-cache', etag: `"${worker.version}"` }
      if (headers.get('if-none-match') === known.etag) return new Reply(null, 304, known)
      return text(worker.code, 'text/javascript; charset=utf-8', known)
    },
  }),

  get(`${WAITING_PATH}/wer.json`, {
    may: 'everyone',
    audience: 'internal',
    show: (ctx) => {
      const reply = json({ owner: ownerMark(ctx) })
      return new Reply(reply.body, 200, { ...reply.headers, 'cache-control': 'no-store' })
    },
  }),
]
