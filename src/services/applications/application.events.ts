import { z } from 'zod'
import { type Audience, defineEvent, type EventKind } from '#core/memory/index.ts'
import { stepEvents } from '../workflows/workflow.rules.ts'

/** Ids and codes, nothing personal. `step` is the key in the workflow, `unitId` did it, `messageId` holds what was said. */
const data = z.object({
  number: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  step: z.string().max(40).optional(),
  unitId: z.uuid().optional(),
  toUnitId: z.uuid().optional(),
  personId: z.uuid().optional(),
  partyId: z.uuid().optional(),
  messageId: z.uuid().optional(),
  submissionId: z.uuid().optional(),
  coverFor: z.uuid().optional(),
  reason: z.string().max(60).optional(),
  day: z.string().max(40).optional(),
  /** Of a case that this one has to do with. */
  otherNumber: z.string().max(20).optional(),
})

const event = (kind: string, audience: Audience) => defineEvent({ kind: `application.${kind}`, audience, data })

/** What happens outside the workflow's own steps. */
export const applicationEvents = {
  submitted: event('submitted', 'parties'),
  replaced: event('replaced', 'parties'),
  signed: event('signed', 'parties'),
  opinionGiven: event('opinionGiven', 'internal'),
  opinionAsked: event('opinionAsked', 'internal'),
  assigned: event('assigned', 'internal'),
  handedOn: event('handedOn', 'internal'),
  noted: event('noted', 'internal'),
  written: event('written', 'parties'),
  received: event('received', 'parties'),
  questionReminded: event('questionReminded', 'parties'),
  deadlineNear: event('deadlineNear', 'internal'),
  newsAsked: event('newsAsked', 'internal'),
  newsConfirmed: event('newsConfirmed', 'parties'),
  newsEnded: event('newsEnded', 'parties'),
  newsExpired: event('newsExpired', 'internal'),
} as const

/** One for each event that a step of a workflow can be; the step says who learns of it, `parties` at most. */
export const eventOfStep = Object.fromEntries(stepEvents.map((kind) => [kind, event(kind, 'parties')])) as unknown as Record<
  (typeof stepEvents)[number],
  EventKind<typeof data>
>

/** Changes of what can be applied for. */
export const applicationSettings = {
  offered: defineEvent({ kind: 'onlineService.saved', audience: 'internal', data: z.object({ key: z.string().max(80) }) }),
} as const
