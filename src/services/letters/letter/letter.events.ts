import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

/** What stands in a letter stands with it, never in the event. `day` is the last day for a remedy. */
const data = z.object({
  number: z.string(),
  letterId: z.uuid(),
  channel: z.string(),
  unitId: z.uuid().optional(),
  day: z.string().max(10).optional(),
  partyId: z.uuid().optional(),
})
const event = (kind: string, audience: 'parties' | 'internal') => defineEvent({ kind: `letter.${kind}`, audience, data })

export const letterEvents = {
  drafted: event('drafted', 'internal'),
  changed: event('changed', 'internal'),
  signed: event('signed', 'internal'),
  redated: event('redated', 'internal'),
  withdrawn: event('withdrawn', 'internal'),
  handedOver: event('handedOver', 'parties'),
  retrieved: event('retrieved', 'parties'),
  lapsed: event('lapsed', 'internal'),
} as const
