import { createHash } from 'node:crypto'
import { Duplex } from 'node:stream'
import { createGzip } from 'node:zlib'
import type { Ctx } from '../context.ts'
import { encodingOf } from '../http/answer.ts'
import { Reply, stream } from '../http/reply.ts'
import type { Open } from '../open-context.ts'
import { type DataSet, LICENCE } from './data-set.ts'
import { type DataFormat, formatFacts } from './format.rules.ts'
import { nextLines } from './lines.sql.ts'

/** As many rows as one transaction reads; no more are ever in memory. */
const ROWS = 5_000

/** A data set as a file that is written while it is sent; not again to who has it. */
export function dataFile(ctx: Ctx, set: DataSet, format: DataFormat, { headers, open }: { headers: Headers; open: Open }): Reply {
  const gzip = encodingOf(headers.get('accept-encoding')?.replaceAll('br', '') ?? null) === 'gzip'
  const etag = etagOf(ctx, set, format)
  const known = {
    'cache-control': 'public, max-age=300',
    ...(etag ? { etag } : {}),
    ...(set.changedAt ? { 'last-modified': set.changedAt.toUTCString() } : {}),
    vary: 'Accept-Encoding',
    link: `<${LICENCE}>; rel="license"`,
    // Everybody may read it, from pages of others too.
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  }
  if (etag && sameTag(headers.get('if-none-match'), etag)) return new Reply(null, 304, known)
  return stream(
    bytesOf(() => written(ctx, set, format, open), gzip),
    {
      ...known,
      'content-type': formatFacts[format].type,
      'content-disposition': `attachment; filename="${set.name}-${ctx.town.slug}.${format}"`,
      ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    },
  )
}

/** Another one whenever the data or the columns are others; none where it is not known when the data changed. */
function etagOf({ town }: Ctx, { changedAt, columns, name }: DataSet, format: DataFormat): string | undefined {
  if (!changedAt) return undefined
  const made = `${town.id} ${name} ${format} ${changedAt.getTime()} ${columns.map((column) => column.name)}`
  return `W/"${createHash('sha256').update(made).digest('base64url').slice(0, 22)}"`
}

/** RFC 9110: a list or `*`, compared weakly. */
const sameTag = (asked: string | null, etag: string): boolean =>
  asked?.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag.slice(2)) ?? false

/** The file in pieces, each read in a transaction of its own: a slow line holds no connection to the database. */
async function* written(ctx: Ctx, set: DataSet, format: DataFormat, open: Open): AsyncGenerator<string> {
  yield head(ctx, set, format)
  let after = ''
  for (;;) {
    const page = await open((inner) => nextLines(inner, set, format, after, ROWS))
    if (!page) break
    yield (after && format !== 'csv' ? ',\n' : '') + page.lines
    if (page.count < ROWS) break
    after = page.last
  }
  if (format !== 'csv') yield '\n]}\n'
}

function head({ town }: Ctx, set: DataSet, format: DataFormat): string {
  // With byte order mark, as spreadsheets want it.
  if (format === 'csv') return `\uFEFF${set.columns.map(({ name }) => name).join(';')}\r\n`
  const facts = {
    ...(format === 'geojson' ? { type: 'FeatureCollection' } : {}),
    dataset: `${town.origin}${town.base}/opendata/${set.name}`,
    licence: LICENCE,
    attribution: town.name,
    modified: set.changedAt ?? null,
  }
  return `${JSON.stringify(facts).slice(0, -1)},"${format === 'geojson' ? 'features' : 'rows'}":[\n`
}

/** Begins when it is first read, so that HEAD and a 304 cost nothing; goes on only as fast as it is taken, and ends with the reader. */
function bytesOf(make: () => AsyncGenerator<string>, gzip: boolean): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        reader ??= encoded(make(), gzip).getReader()
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  )
}

function encoded(pieces: AsyncGenerator<string>, gzip: boolean): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const plain = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: () => void pieces.return(undefined),
  })
  // A higher level costs three times as much and saves a tenth.
  return gzip ? plain.pipeThrough(Duplex.toWeb(createGzip({ level: 3 })) as never) : plain
}
