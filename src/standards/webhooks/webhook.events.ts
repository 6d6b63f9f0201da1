import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

/** `count` of repeated ones, days of a period, why it was switched off. */
const Data = z.object({ from: z.iso.date().optional(), until: z.iso.date().optional(), reason: z.string().max(20).optional() })
const event = (kind: string) => defineEvent({ kind, audience: 'internal', data: Data })

/** What staff does with webhooks. What is sent is no event: it is told by deliveries and attempts. */
export const webhookEvents = {
  registered: event('webhook.registered'),
  changed: event('webhook.changed'),
  paused: event('webhook.paused'),
  resumed: event('webhook.resumed'),
  secretRenewed: event('webhook.secretRenewed'),
  replayed: event('webhook.replayed'),
  switchedOff: event('webhook.switchedOff'),
  removed: event('webhook.removed'),
} as const
