import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { AppError } from '#platform/errors.ts'
import { textOfRefusal } from '#platform/http/refusal-text.ts'
import { Reply } from '#platform/http/reply.ts'
import { get, streamed } from '#platform/http/route.ts'
import type { Refusal } from '#platform/result.ts'
import { isKind } from './content.ts'
import { Taken, UNATTACHED_HOURS } from './file.rules.ts'
import { newOwnerCookie, ownerOf } from './owner.ts'
import { beginUpload, cancelUpload, receivePart, uploadState } from './upload.verbs.ts'

// The core of the tus protocol for resumable uploads (tus.io/protocols/resumable-upload, version 1.0.0) with its extensions
// creation, termination, expiration and checksum.
const VERSION = '1.0.0'
const At = z.object({ id: z.uuid() })
const known = { 'tus-resumable': VERSION, 'cache-control': 'no-store' }

const tus = (status: number, headers: Record<string, string> = {}): Reply => new Reply(null, status, { ...known, ...headers })

/** Why an upload stops, in words for the person and a code for programs. */
function refused(ctx: Pick<Ctx, 'locale' | 'requestId'>, refusal: Refusal, status: number): Reply {
  const body = {
    type: `urn:stadtplatz:problem:${refusal.code}`,
    title: textOfRefusal(refusal, ctx.locale),
    status,
    reference: ctx.requestId,
  }
  return new Reply(JSON.stringify(body), status, { ...known, 'content-type': 'application/problem+json; charset=utf-8' })
}

const statusOf: Record<string, number> = { fileTooLarge: 413, wrongOffset: 409, wrongChecksum: 460, uploadGone: 404, uploadQuota: 429 }

function checkVersion(headers: Headers): Reply | undefined {
  return headers.get('tus-resumable') === VERSION ? undefined : new Reply(null, 412, { ...known, 'tus-version': VERSION })
}

function natural(text: string | null): number | undefined {
  return text && /^\d{1,12}$/.test(text) ? Number(text) : undefined
}

/** `filename <base64>,kinds <base64>,taken <base64>`: what the sender says about the file. */
function metadataOf(header: string | null): Map<string, string> {
  const pairs = (header ?? '')
    .slice(0, 2000)
    .split(',')
    .map((pair) => pair.trim().split(' '))
  return new Map(pairs.map(([name = '', value = '']) => [name, Buffer.from(value, 'base64').toString('utf8')]))
}

/** `lat lon [accuracy [direction]]`, as the browser read it from the photo before making it smaller. */
function takenOf(text: string | undefined): Taken | undefined {
  if (!text) return undefined
  const [lat, lon, accuracy, direction] = text.split(' ').map(Number)
  const parsed = Taken.safeParse({
    lat,
    lon,
    ...(accuracy === undefined ? {} : { accuracy }),
    ...(direction === undefined ? {} : { direction }),
  })
  return parsed.success ? parsed.data : undefined
}

const begin = streamed('POST', '/dateien', {
  may: 'everyone',
  audience: 'public',
  summary: 'Begin an upload that can be resumed (tus 1.0: Upload-Length, Upload-Metadata with filename and kinds)',
  limit: [{ points: 60, seconds: 60, per: 'network' }],
  handle: async (open, { request: { headers } }) => {
    const other = checkVersion(headers)
    if (other) return other
    const length = natural(headers.get('upload-length'))
    if (length === undefined) throw new AppError('badRequest', 'Upload-Length is missing')
    const about = metadataOf(headers.get('upload-metadata'))
    const kinds = (about.get('kinds') ?? 'image').split(' ').filter(isKind)
    if (kinds.length === 0) throw new AppError('badRequest', 'no such kind of file')
    return await open(async (ctx) => {
      const owner = ownerOf(ctx, headers)
      const cookie = owner.accountId || owner.hash ? undefined : newOwnerCookie(ctx.town.origin.startsWith('https:'))
      const begun = await beginUpload(ctx, {
        name: about.get('filename') ?? '',
        length,
        kinds,
        taken: takenOf(about.get('taken')),
        owner: cookie ? { accountId: undefined, hash: cookie.hash } : owner,
      })
      if (!begun.ok) return refused(ctx, begun.refusal, statusOf[begun.refusal.code] ?? 422)
      return tus(201, {
        location: `/dateien/${begun.value}`,
        'upload-expires': expires(ctx),
        ...(cookie ? { 'set-cookie': cookie.header } : {}),
      })
    })
  },
})

const expires = (ctx: Ctx): string => new Date(ctx.now().getTime() + UNATTACHED_HOURS * 3_600_000).toUTCString()

/** Also answers HEAD, which is how tus asks how far an upload is. */
const state = get('/dateien/:id', {
  may: 'everyone',
  audience: 'public',
  summary: 'How far an upload is (tus 1.0: Upload-Offset)',
  params: At,
  show: async (ctx, { params, headers }) => {
    const found = await uploadState(ctx, params.id, ownerOf(ctx, headers))
    return found && tus(200, { 'upload-offset': String(found.received), 'upload-length': String(found.length) })
  },
})

const proceed = streamed('PATCH', '/dateien/:id', {
  may: 'everyone',
  audience: 'public',
  summary: 'The next part of an upload (tus 1.0: Upload-Offset, body application/offset+octet-stream)',
  params: At,
  handle: async (open, { params, request }) => {
    const { headers, body } = request
    const other = checkVersion(headers)
    if (other) return other
    if (headers.get('content-type') !== 'application/offset+octet-stream') throw new AppError('wrongType')
    const offset = natural(headers.get('upload-offset'))
    if (offset === undefined) throw new AppError('badRequest', 'Upload-Offset is missing')
    const checksum = checksumOf(headers.get('upload-checksum'))
    const { locale, requestId, owner } = await open(async (ctx) => ({ ...ctx, owner: ownerOf(ctx, headers) }))
    const taken = await receivePart(open, {
      id: params.id,
      offset,
      body: readable(body),
      owner,
      ...(checksum ? { checksum } : {}),
    })
    if (!taken.ok) return refused({ locale, requestId }, taken.refusal, statusOf[taken.refusal.code] ?? 422)
    return tus(204, { 'upload-offset': String(taken.value) })
  },
})

function readable(body: Request['body']): Readable {
  if (!body) return Readable.from([])
  const stream = Readable.fromWeb(body as NodeStream)
  // The line may break before anybody reads; who reads then hears of it.
  stream.on('error', () => {})
  return stream
}

function checksumOf(header: string | null): { algorithm: 'sha1' | 'sha256'; digest: Buffer } | undefined {
  if (!header) return undefined
  const [algorithm, digest = ''] = header.split(' ')
  if (algorithm !== 'sha1' && algorithm !== 'sha256') throw new AppError('badRequest', 'no such checksum')
  return { algorithm, digest: Buffer.from(digest, 'base64') }
}

const cancel = streamed('DELETE', '/dateien/:id', {
  may: 'everyone',
  audience: 'public',
  summary: 'End an upload, or remove an uploaded file that nothing uses yet',
  params: At,
  handle: (open, { params, request: { headers } }) =>
    open(async (ctx) => {
      const other = checkVersion(headers)
      if (other) return other
      const cancelled = await cancelUpload(ctx, params.id, ownerOf(ctx, headers))
      return cancelled.ok ? tus(204) : refused(ctx, cancelled.refusal, 404)
    }),
})

export const uploadRoutes = [begin, state, proceed, cancel]
