import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

const Data = z.object({
  number: z.string(),
  taskId: z.uuid(),
  from: z.string().optional(),
  to: z.string().optional(),
  messageId: z.uuid().optional(),
  unitId: z.uuid().optional(),
})

const event = (kind: string) => defineEvent({ kind, audience: 'internal', data: Data })

/** What happens between the town and a firm; the public reads only that a firm was engaged (`work.handedOut`). */
export const taskEvents = {
  sent: event('contractor.sent'),
  accepted: event('contractor.accepted'),
  declined: event('contractor.declined'),
  asked: event('contractor.asked'),
  told: event('contractor.told'),
  closed: event('contractor.closed'),
  takenBack: event('contractor.takenBack'),
  ranOut: event('contractor.ranOut'),
  renewed: event('contractor.renewed'),
  ended: event('contractor.ended'),
} as const
