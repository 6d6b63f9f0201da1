import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

const event = (kind: string) => defineEvent({ kind, audience: 'internal', data: z.object({ pace: z.string().max(10).optional() }) })

/** Nothing of what somebody wants to hear of, and no address: only that it happened. */
export const subscriptionEvents = {
  begun: event('reportSubscription.begun'),
  confirmed: event('reportSubscription.confirmed'),
  ended: event('reportSubscription.ended'),
} as const
