import { z } from 'zod'
import { dayIn } from '#platform/calendar/day.ts'
import { get } from '#platform/http/route.ts'
import { letterHead } from '../letters/index.ts'
import { chargesOf } from './charge.sql.ts'
import { attemptsOf } from './online/online.sql.ts'
import { hasProvider } from './online/setting.ts'
import { ownCase } from './own-case.ts'
import { PayPage } from './pay.view.tsx'

export const payRoutes = [
  get('/status/:number/zahlung', {
    may: 'everyone',
    audience: 'public',
    summary: 'What is to be paid for a case, for who began it',
    params: z.object({ number: z.string().max(20) }),
    query: z.object({ gestoert: z.string().optional() }),
    show: async (ctx, { params, query, headers }) => {
      const it = await ownCase(ctx, params.number, headers)
      if (!it) return undefined
      const charges = await chargesOf(ctx, it.id)
      const attempts = await attemptsOf(
        ctx,
        charges.map(({ id }) => id),
      )
      return (
        <PayPage
          {...{ number: it.number, title: it.title, charges, attempts }}
          today={dayIn(ctx.now(), ctx.town.timeZone)}
          now={ctx.now()}
          head={await letterHead(ctx)}
          online={await hasProvider(ctx)}
          disturbed={query.gestoert !== undefined}
        />
      )
    },
  }),
]
