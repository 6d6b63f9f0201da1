import { Readable } from 'node:stream'
import { z } from 'zod'
import { anonymous, type Ctx } from '#platform/context.ts'
import { shutIn } from '#platform/http/answer.ts'
import { Reply, stream } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { type FileRow, fileById } from './file.sql.ts'
import { contentDisposition } from './file-name.rules.ts'
import { isSignedLink, type Part } from './links.ts'
import { ownerOf } from './owner.ts'
import { mayRead } from './readers.ts'
import { WITHHELD } from './redact.verbs.ts'
import { files } from './setup.ts'

const At = z.object({ id: z.uuid(), part: z.enum(['small', 'medium', 'large', 'original']) })
const Signed = z.object({ bis: z.coerce.number().int().positive().optional(), s: z.string().max(100).optional() })
/** So long a cache shows a picture without asking again whether it may; one that was hidden or blacked out is gone after that. */
const FRESH_SECONDS = 300

/** A file for those who may read it. All others, and other towns, learn nothing: not even that it exists. */
export const serveRoute = get('/dateien/:id/:part', {
  may: 'everyone',
  audience: 'public',
  summary: 'A picture in one of its sizes (small, medium, large), or a document (original)',
  params: At,
  query: Signed,
  show: async (ctx, { params: { id, part }, query, headers }) => {
    const file = await fileById(ctx, id)
    if (!file || !offers(file, part)) return undefined
    // An address that was given away before the picture was blacked out opens nothing any more.
    const signed =
      file.attached?.type !== WITHHELD &&
      query.bis !== undefined &&
      query.s !== undefined &&
      isSignedLink(ctx, id, part, query.bis, query.s)
    const allowed = (signed && file.state === 'clean') || (await mayRead(ctx, file, ownerOf(ctx, headers)))
    if (!allowed) return undefined
    const everybody = !signed && file.attached !== undefined && (await mayEverybody(ctx, file))
    return () => answer(ctx, file, part, { etag: headers.get('if-none-match'), signed, everybody })
  },
})

const offers = ({ kind }: FileRow, part: Part): boolean => (kind === 'pdf') === (part === 'original')

/** Only what a stranger may read too may lie in caches that strangers share. */
const mayEverybody = async (ctx: Ctx, file: FileRow): Promise<boolean> =>
  file.audience === 'public' &&
  (ctx.actor.kind === 'anonymous' || (await mayRead({ ...ctx, actor: anonymous }, file, { accountId: undefined, hash: undefined })))

type Asked = { etag: string | null; signed: boolean; everybody: boolean }

async function answer({ log }: Pick<Ctx, 'log'>, file: FileRow, part: Part, asked: Asked): Promise<Reply | undefined> {
  const etag = `"${file.sha256.toString('hex').slice(0, 20)}-${part}"`
  const headers: Record<string, string> = {
    etag,
    'cache-control': asked.everybody ? `public, max-age=${FRESH_SECONDS}, must-revalidate` : 'private, no-store',
    // Whatever it is, nothing in it runs, and no page can be built from it.
    'content-security-policy': shutIn,
    'x-content-type-options': 'nosniff',
    'content-type': file.type,
    // Pictures of a mail are shown inside the page of the mail program.
    ...(asked.signed ? { 'cross-origin-resource-policy': 'cross-origin' } : {}),
    'content-disposition': file.kind === 'pdf' ? contentDisposition(file.name) : 'inline',
  }
  if (asked.etag === etag) return new Reply(null, 304, headers)
  const found = await files().store.open(`${file.key}/${part}`)
  if (!found) {
    log.error({ fileId: file.id, part }, 'a file is missing in the store')
    return undefined
  }
  return stream(Readable.toWeb(found.stream) as ReadableStream, { ...headers, 'content-length': String(found.size) })
}
