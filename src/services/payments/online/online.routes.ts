import { z } from 'zod'
import { AppError } from '#platform/errors.ts'
import { redirect, text } from '#platform/http/reply.ts'
import { post, streamed } from '#platform/http/route.ts'
import { isSigned, sign } from '#platform/keys.ts'
import { currentMailing } from '#platform/mail/mailing.ts'
import { ok, refuse } from '#platform/result.ts'
import { chargesOf } from '../charge.sql.ts'
import { ownCase } from '../own-case.ts'
import { lookSoon } from './online.jobs.ts'
import { attemptBy, attemptsOf } from './online.sql.ts'
import { beginOnline, keepBegun } from './online.verbs.ts'
import { ProviderTrouble } from './provider.rules.ts'
import { providerOf } from './setting.ts'

const PURPOSE = 'online-payment'
const At = z.object({ number: z.string().max(20) })
const pageOf = (number: string) => `/status/${number}/zahlung`

export const onlineRoutes = [
  /** Not a form like the others: while the provider is asked no transaction is open. */
  streamed('POST', '/status/:number/zahlung/:charge{[0-9a-f-]{36}}/online', {
    may: 'everyone',
    audience: 'public',
    summary: 'Begin to pay a fee online',
    params: At.extend({ charge: z.uuid() }),
    limit: [{ points: 20, seconds: 3600, per: 'network' }],
    handle: async (open, { params, request }) => {
      const begun = await open(async (ctx) => {
        const it = await ownCase(ctx, params.number, request.headers)
        const attempt = it && (await beginOnline(ctx, { chargeId: params.charge, caseId: it.id }))
        const provider = await providerOf(ctx)
        if (!it || !attempt || !provider || (!attempt.ok && attempt.refusal.code === 'unknown')) throw new AppError('notFound')
        const to = pageOf(it.number)
        if (!attempt.ok || attempt.value.state === 'open') return { to, provider }
        const address = await currentMailing().addressOf(ctx.town)
        const { id, cents, words } = attempt.value
        const tellAt = `${address}/zahlungen/melden/${id}/${sign(PURPOSE, id)}`
        return { to, provider, ask: { key: id, cents, words, returnTo: `${address}${pageOf(it.number)}`, tellAt, locale: ctx.locale } }
      })
      if (begun.ask) {
        const { ask, provider } = begun
        const answer = await provider.begin(ask).catch((trouble) => {
          if (trouble instanceof ProviderTrouble) return undefined
          throw trouble
        })
        if (!answer) return redirect(`${begun.to}?gestoert=1`, 303)
        await open((ctx) => keepBegun(ctx, ask.key, answer))
      }
      return redirect(begun.to, 303)
    },
  }),

  /** The provider says that something changed, and is asked what. Whoever else calls learns nothing. */
  streamed('POST', '/zahlungen/melden/:id{[0-9a-f-]{36}}/:token', {
    may: 'everyone',
    audience: 'public',
    summary: 'Where the provider of online payments says that something changed',
    params: z.object({ id: z.uuid(), token: z.string().max(100) }),
    limit: [{ points: 600, seconds: 60, per: 'network' }],
    handle: async (open, { params: { id, token } }) => {
      if (isSigned(PURPOSE, id, token))
        await open(async (ctx) => {
          if (await attemptBy(ctx, id)) lookSoon(ctx, id)
        })
      return text('', 'text/plain; charset=utf-8', { 'cache-control': 'no-store' })
    },
  }),

  post('/status/:number/zahlung/stand', {
    may: 'everyone',
    audience: 'public',
    summary: 'Ask how a payment stands that was made online',
    params: At,
    form: z.object({}),
    limit: [{ points: 30, seconds: 3600, per: 'network' }],
    run: async (ctx, { number }, { headers }) => {
      const it = await ownCase(ctx, number, headers)
      if (!it) return refuse('unknown')
      const charges = await chargesOf(ctx, it.id)
      const attempts = await attemptsOf(
        ctx,
        charges.map(({ id }) => id),
      )
      for (const { id, state } of attempts) if (state === 'open') lookSoon(ctx, id)
      return ok(it.number)
    },
    done: (number) => ({ to: pageOf(number), flash: { kind: 'info', text: 'payments.online.asked' } }),
    again: () => undefined,
  }),
]
