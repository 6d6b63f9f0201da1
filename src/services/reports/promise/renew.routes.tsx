import { z } from 'zod'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { caseByNumber, readNumber } from '../../cases/index.ts'
import { promiseOf } from './promise.sql.ts'
import { Renewal, renewPromise } from './renew.ts'
import { RenewPage } from './renew.view.tsx'

const Params = z.object({ number: z.string().max(20) })

async function page(ctx: Ctx, number: string, form: Again<z.output<typeof Renewal>>) {
  const it = await caseByNumber(ctx, readNumber(number) ?? '')
  return it?.kind === 'report' ? <RenewPage number={it.number} promise={await promiseOf(ctx, it.id)} form={form} /> : undefined
}

export const renewRoutes = [
  get('/amt/meldungen/:number/zusage', {
    may: 'report.work',
    audience: 'internal',
    params: Params,
    show: (ctx, { params: { number } }) => page(ctx, number, blank),
  }),
  post('/amt/meldungen/:number/zusage', {
    may: 'report.work',
    audience: 'staff',
    summary: 'Why a promise was broken, and the new day',
    params: Params,
    form: Renewal,
    run: renewPromise,
    done: ({ number }) => ({ to: `/amt/meldungen/${number}`, flash: { kind: 'success', text: 'promise.renew.sent' } }),
    again: (ctx, form, { number }) => page(ctx, number, form),
  }),
]
