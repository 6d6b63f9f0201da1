import { redirect } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { caseByNumber } from '../../cases/index.ts'
import { NumberAt } from '../number-at.ts'
import { SentPage } from './sent.view.tsx'
import { sentFor } from './sent-cookie.ts'

export const sentRoutes = [
  get('/antraege/gesendet/:number', {
    may: 'everyone',
    audience: 'internal',
    params: NumberAt,
    show: async (ctx, { params: { number }, headers }) => {
      const sent = sentFor(ctx, number, headers)
      const it = sent && (await caseByNumber(ctx, number))
      return sent && it ? <SentPage sent={sent} title={it.title} origin={ctx.town.origin + ctx.town.base} /> : redirect(`/status/${number}`)
    },
  }),
]
