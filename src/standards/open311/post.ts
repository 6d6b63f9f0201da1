import { createHash } from 'node:crypto'
import { programOf } from '#core/api-keys/index.ts'
import { receiveThrough } from '#core/files/index.ts'
import { type Actor, type Ctx, may } from '#platform/context.ts'
import { RollBack } from '#platform/db/transaction.ts'
import { AppError } from '#platform/errors.ts'
import { bearerOf } from '#platform/http/asked.ts'
import { readForm } from '#platform/http/body.ts'
import type { Raw } from '#platform/http/form.ts'
import { claim, contentHash, keyPattern, remember } from '#platform/http/idempotency.ts'
import type { Reply } from '#platform/http/reply.ts'
import type { Open } from '#platform/open-context.ts'
import { formatOf, type Value } from './answer.rules.ts'
import { failed, jurisdictionError, told } from './call.ts'
import type { CallError } from './error.rules.ts'
import { argument, MOST_PHOTOS } from './post.rules.ts'

const BODY_LIMIT = 256 * 1024

export type Done = { value: Value } | { errors: readonly CallError[] }
export type Form = { raw: Raw; photos: readonly string[]; clientKey: string | undefined }

export type Posting = {
  scope: string
  root: string
  /** What everything hangs on, with the photos that came along; what it refuses leaves nothing behind. */
  run: (ctx: Ctx, form: Form) => Promise<Done>
}

/** A call that writes: who, may they, once, and then `run` in one transaction. */
export async function posted(
  open: Open,
  { request, url, count }: { request: Request; url: URL; count: (account: string) => Promise<void> },
  { scope, root, run }: Posting,
): Promise<Reply> {
  const format = formatOf(url.pathname) ?? 'xml'
  const { raw, sent, photos, wrong } = await received(open, request)
  const key = bearerOf(request.headers) ?? argument(raw, 'api_key') ?? url.searchParams.get('api_key') ?? undefined
  const { locale, program } = await open(async (ctx) => ({ locale: ctx.locale, program: await programOf(ctx, key) }))
  const refused = await refusal(program, scope, count)
  if (refused) return failed(format, locale, [refused])

  const given = request.headers.get('idempotency-key') ?? undefined
  if (given !== undefined && !keyPattern.test(given)) throw new AppError('badRequest', 'the key of the request is not understood')
  const clientKey =
    given === undefined ? undefined : `o311_${createHash('sha256').update(`${program.apiKeyId} ${given}`).digest('base64url')}`
  const done = await open(async (ctx): Promise<Done> => {
    ctx.actor = program
    const town = jurisdictionError(ctx.town, argument(raw, 'jurisdiction_id') ?? url.searchParams.get('jurisdiction_id'))
    if (town ?? wrong) return { errors: [(town ?? wrong)!] }
    const hash = contentHash(ctx, 'POST', root, sent)
    const earlier = clientKey ? await claim(ctx, clientKey, hash) : undefined
    if (earlier) return { value: JSON.parse(earlier.body ?? '[]') as Value }
    const outcome = await run(ctx, { raw, photos, clientKey })
    if ('errors' in outcome) throw new RollBack(outcome)
    if (clientKey)
      ctx.soon(remember(ctx, clientKey, hash, { status: 200, location: null, body: JSON.stringify(outcome.value), cookies: [] }))
    return outcome
  })
  return 'errors' in done ? failed(format, locale, done.errors) : told(format, root, done.value)
}

async function refusal(program: Actor, scope: string, count: (account: string) => Promise<void>): Promise<CallError | undefined> {
  if (!program.apiKeyId) return { name: 'keyMissing' }
  await count(program.apiKeyId)
  return may({ actor: program }, scope) ? undefined : { name: 'scopeMissing' }
}

/**
 * The form, in UTF-8 as the standard has it: in another coding its umlauts would be lost. Photos are stored on the way, as those of the town's own form are; what belongs to no report after a day is removed. `sent`
 * has their names in place of ids, so that a repeat is the same.
 */
async function received(open: Open, request: Request) {
  if (/;\s*charset=(?!"?utf-?8\b)/i.test(request.headers.get('content-type') ?? '')) throw new AppError('wrongType')
  const photos: string[] = []
  const names: string[] = []
  let wrong: CallError | undefined
  const raw = await readForm(request, BODY_LIMIT, { media: { max: MOST_PHOTOS, kinds: ['image'] } }, async ({ name, stream }) => {
    names.push(name)
    if (names.length > MOST_PHOTOS) {
      wrong = { name: 'photos', facts: { most: MOST_PHOTOS } }
      return void stream.resume()
    }
    const file = await receiveThrough(open, { stream, name, kinds: ['image'] })
    if (file.ok) photos.push(file.value)
    else wrong = { name: 'photos', facts: { most: MOST_PHOTOS } }
  })
  return { raw, sent: new Map([...raw, ['media', names]]), photos, wrong }
}
