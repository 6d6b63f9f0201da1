import { encodingOf } from '#platform/http/answer.ts'
import { Reply, stream } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import type { Open } from '#platform/open-context.ts'
import { figuresState, ZERO } from './figure.sql.ts'
import { LICENCE } from './licence.ts'
import { openDataColumns } from './open-data.columns.ts'
import { openDataLines } from './open-data.sql.ts'

/** As many lines as one transaction reads; no more are ever in memory. */
const LINES = 5_000

export const openDataRoutes = [
  get('/meldungen.csv', {
    may: 'everyone',
    audience: 'public',
    summary:
      'Open data: every public report as one line, without anything personal; the figures of /meldungen/zahlen are counted from these lines',
    limit: [{ points: 20, seconds: 300, per: 'network' }],
    show: async (ctx, { headers, open }) => {
      const state = await figuresState(ctx)
      const gzip = encodingOf(headers.get('accept-encoding')?.replaceAll('br', '') ?? null) === 'gzip'
      const etag = `W/"${ctx.town.slug}-${state?.changedAt.getTime() ?? 0}"`
      const known = {
        'cache-control': 'public, max-age=300',
        etag,
        vary: 'Accept-Encoding',
        ...(state ? { 'last-modified': state.changedAt.toUTCString() } : {}),
        link: `<${LICENCE}>; rel="license"`,
      }
      if (headers.get('if-none-match') === etag) return new Reply(null, 304, known)
      const lines = linesOf(open)
      return stream(gzip ? lines.pipeThrough(new CompressionStream('gzip') as never) : lines, {
        ...known,
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="meldungen-${ctx.town.slug}.csv"`,
        ...(gzip ? { 'content-encoding': 'gzip' } : {}),
      })
    },
  }),
]

/** Reads on only as fast as it is taken, each page in a transaction of its own: a slow line holds no connection to the database. */
function linesOf(open: Open): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let after = ''
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!after) {
        after = ZERO
        return controller.enqueue(encoder.encode(`\uFEFF${openDataColumns.join(';')}\r\n`))
      }
      const page = await open((ctx) => openDataLines(ctx, after, LINES))
      if (!page) return controller.close()
      after = page.last
      controller.enqueue(encoder.encode(page.lines))
    },
  })
}
