import { z } from 'zod'
import { type Audience, defineEvent } from '#core/memory/index.ts'

const data = z.object({ number: z.string(), count: z.number().int().optional(), unitId: z.uuid().optional() })
const event = (kind: string, audience: Audience) => defineEvent({ kind: `rootCause.${kind}`, audience, data })

/** What was found and why something was turned down stands with the case, not in the event. */
export const rootCauseEvents = {
  proposed: event('proposed', 'internal'),
  accept: event('accepted', 'public'),
  dismiss: event('dismissed', 'internal'),
  note: event('noted', 'internal'),
  decide: event('decided', 'public'),
  close: event('closed', 'public'),
} as const
