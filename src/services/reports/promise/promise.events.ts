import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

/** `day` is the new promise, `count` the reports it rests on or the days that the clock stood, `reason` a level or a code. */
const data = z.object({
  number: z.string(),
  day: z.string().max(10).optional(),
  count: z.number().int().optional(),
  reason: z.string().max(60).optional(),
  unitId: z.uuid().optional(),
})
const event = (kind: string) => defineEvent({ kind, audience: 'public', data })

export const promiseEvents = {
  made: event('promise.made'),
  shifted: event('promise.shifted'),
  broken: event('promise.broken'),
  renewed: event('promise.renewed'),
} as const
