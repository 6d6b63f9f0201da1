import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

/** What is to be done stands with the task, not in the event. `unitId` and `toUnitId`: the case's unit and the one that has the task. */
const data = z.object({
  number: z.string(),
  taskId: z.uuid(),
  day: z.string().max(10),
  unitId: z.uuid().optional(),
  toUnitId: z.uuid().optional(),
  personId: z.uuid().optional(),
})
const event = (kind: string) => defineEvent({ kind, audience: 'internal', data })

export const taskEvents = {
  added: event('task.added'),
  changed: event('task.changed'),
  done: event('task.done'),
  reopened: event('task.reopened'),
} as const
