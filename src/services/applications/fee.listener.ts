import type { Listener } from '#platform/module.ts'
import { lockCase } from '../cases/case.sql.ts'
import { chargeEvents } from '../payments/payment.events.ts'
import { goOn, runningOf } from './carry-out.ts'

/** What waited for its fee goes on by itself once nothing is open any more. */
export const feeListener: Listener = {
  name: 'application.fee',
  kinds: [chargeEvents.settled.kind, chargeEvents.waived.kind],
  react: async (ctx, { about }) => {
    const id = about.find(({ type }) => type === 'case')?.id
    const it = id === undefined ? undefined : await lockCase(ctx, { id })
    const running = it && (await runningOf(ctx, it))
    if (running) await goOn(ctx, running)
  },
}
