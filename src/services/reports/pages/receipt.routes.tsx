import { redirect } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { NumberAt } from './number-at.ts'
import { ReceiptPage } from './receipt.view.tsx'
import { receiptFor } from './receipt-cookie.ts'

export const receiptRoutes = [
  get('/meldungen/gesendet/:number', {
    may: 'everyone',
    audience: 'internal',
    params: NumberAt,
    show: (ctx, { params: { number }, headers }) => {
      const receipt = receiptFor(ctx, number, headers)
      return receipt ? <ReceiptPage receipt={receipt} origin={ctx.town.origin + ctx.town.base} /> : redirect(`/status/${number}`)
    },
  }),
]
