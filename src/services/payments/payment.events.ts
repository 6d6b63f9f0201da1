import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

/** Who paid and what was written stands with the payment, never in the event. */
const data = z.object({
  number: z.string(),
  chargeId: z.uuid(),
  cents: z.number().int().optional(),
  day: z.string().max(10).optional(),
  partyId: z.uuid().optional(),
  unitId: z.uuid().optional(),
})
const ofCharge = (kind: string, audience: 'parties' | 'internal') => defineEvent({ kind: `charge.${kind}`, audience, data })

export const chargeEvents = {
  demanded: ofCharge('demanded', 'parties'),
  paid: ofCharge('paid', 'parties'),
  settled: ofCharge('settled', 'parties'),
  waived: ofCharge('waived', 'parties'),
  /** Its day has passed, and its payer was told so, once. */
  reminded: ofCharge('reminded', 'parties'),
  /** A payment was taken away again: given to another charge, or returned. */
  reopened: ofCharge('reopened', 'internal'),
} as const

export const statementTaken = defineEvent({
  kind: 'bankStatement.taken',
  audience: 'internal',
  data: z.object({ added: z.number(), matched: z.number() }),
})
export const booksForgotten = defineEvent({ kind: 'books.forgotten', audience: 'internal', data: z.object({ count: z.number() }) })
export const paymentSetAside = defineEvent({ kind: 'payment.setAside', audience: 'internal', data: z.object({}) })
export const onlineBegun = defineEvent({ kind: 'onlinePayment.begun', audience: 'internal', data })
export const remindersSet = defineEvent({ kind: 'paymentReminders.set', audience: 'internal', data: z.object({ days: z.number() }) })
const provider = (kind: string) => defineEvent({ kind: `paymentProvider.${kind}`, audience: 'internal', data: z.object({}) })
export const providerEvents = { changed: provider('changed'), removed: provider('removed') } as const
