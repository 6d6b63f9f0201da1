import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { AppError } from '#platform/errors.ts'
import { Reply } from '#platform/http/reply.ts'
import { get, streamed } from '#platform/http/route.ts'
import { unseal } from '#platform/keys.ts'
import { SEAL } from '../send.ts'
import { hasOwnReceiver } from '../setting.ts'
import { isGenuine } from '../signature.rules.ts'
import { OWN_RECEIVER, ownAnswers } from '../webhook.rules.ts'
import { webhooksOf } from '../webhook.sql.ts'
import { arrivalsAt, noteArrival } from './arrivals.ts'
import { ReceiverPage } from './receiver.view.tsx'

const At = z.object({ answer: z.enum(ownAnswers) })
const MOST_BYTES = 64 * 1024

const answers = {
  ok: { status: 200, text: '{"angenommen":true}' },
  kaputt: { status: 500, text: '{"fehler":"Datenbank nicht erreichbar"}' },
  weg: { status: 410, text: '{"fehler":"Diesen Empfänger gibt es nicht mehr"}' },
} as const

/** Another program as it would be: it checks the signature and answers. There only in the demo, for towns that are made up. */
export const receiverRoutes = [
  get('/demo/empfaenger', {
    may: 'everyone',
    audience: 'internal',
    show: (ctx) => (hasOwnReceiver(ctx.town) ? <ReceiverPage arrivals={arrivalsAt(ctx.town)} /> : undefined),
  }),
  streamed('POST', `${OWN_RECEIVER}:answer`, {
    may: 'everyone',
    audience: 'internal',
    limit: [{ points: 600, seconds: 60, per: 'network' }],
    params: At,
    handle: async (open, { params: { answer }, request, url: { search } }) => {
      const body = await limited(request)
      const found = await open((ctx) => genuine(ctx, OWN_RECEIVER + answer + search, request.headers, body))
      if (!found) return reply(401, '{"fehler":"Signatur falsch"}')
      noteArrival(found.town, { at: found.at, id: request.headers.get('webhook-id') ?? '', answer, body })
      return reply(answers[answer].status, answers[answer].text)
    },
  }),
]

const reply = (status: number, text: string) =>
  new Reply(text, status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })

/** Whoever posts without the secret of a webhook to this address leaves nothing behind. */
async function genuine(ctx: Ctx, url: string, headers: Headers, body: string) {
  if (!hasOwnReceiver(ctx.town)) throw new AppError('notFound')
  const seconds = Math.floor(ctx.now().getTime() / 1000)
  const signed = (await webhooksOf(ctx)).some((one) => {
    const secret = one.url === url ? unseal(SEAL, one.secret) : undefined
    return typeof secret === 'string' && isGenuine(secret, headers, body, seconds)
  })
  return signed ? { town: ctx.town, at: ctx.now() } : undefined
}

async function limited(request: Request): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > MOST_BYTES) throw new AppError('tooLarge')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
