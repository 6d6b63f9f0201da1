import { redirect } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { caseByNumber } from '../../cases/index.ts'
import { promiseOf } from '../promise/promise.sql.ts'
import { NumberAt } from './number-at.ts'
import { ReceiptPage } from './receipt.view.tsx'
import { receiptFor } from './receipt-cookie.ts'

export const receiptRoutes = [
  get('/meldungen/gesendet/:number', {
    may: 'everyone',
    audience: 'internal',
    params: NumberAt,
    show: async (ctx, { params: { number }, headers }) => {
      const receipt = receiptFor(ctx, number, headers)
      if (!receipt) return redirect(`/status/${number}`)
      const it = await caseByNumber(ctx, number)
      return <ReceiptPage receipt={receipt} promise={it && (await promiseOf(ctx, it.id))} origin={ctx.town.origin + ctx.town.base} />
    },
  }),
]
