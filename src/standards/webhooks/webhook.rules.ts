import { z } from 'zod'
import { addressTrouble } from '#platform/egress/address.rules.ts'
import { webhookKinds } from './kinds.rules.ts'

/** Who registers webhooks and sees what was sent. */
export const MANAGE_WEBHOOKS = 'webhooks.manage'

export const MOST_WEBHOOKS = 20

export type Webhook = {
  id: string
  name: string
  url: string
  /** Words of `kinds.rules.ts`. */
  kinds: readonly string[]
  state: 'on' | 'paused' | 'off'
  offReason: 'gone' | 'failing' | undefined
  /** Sealed. */
  secret: string
  oldSecret: string | undefined
  oldUntil: Date | undefined
  failingSince: Date | undefined
  succeededAt: Date | undefined
  madeAt: Date
  version: number
}

export const deliveryStates = ['waiting', 'sent', 'failed', 'withheld'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export type Delivery = {
  eventId: string
  kind: string
  caseId: string | undefined
  number: string | undefined
  stage: string | undefined
  happenedAt: Date
  state: DeliveryState
  tries: number
  nextAt: Date
  endedAt: Date | undefined
}

export type Attempt = {
  id: string
  at: Date
  status: number | undefined
  trouble: string | undefined
  durationMs: number
  answer: string
}

/** A line of the list, with how the last attempt went. */
export type DeliveryLine = Delivery & { last: Attempt | undefined }

/** Counting deliveries stops here. */
export const COUNT_CAP = 1_000

/** Kind of a message that only says: here I am. */
export const TEST = 'test'

export const WebhookInput = z.object({
  name: z.string().trim().min(1).max(100),
  url: z.string().trim().min(1).max(2000),
  kinds: z.array(z.enum(webhookKinds as [string, ...string[]])).min(1, 'error.required'),
  version: z.coerce.number().int().positive().optional(),
})
export type WebhookInput = z.output<typeof WebhookInput>

/** In the demo the program has a receiver of its own, named without scheme and host. */
export const OWN_RECEIVER = '/demo/empfaenger/'
/** How it answers: it takes all, it is broken, it is gone. */
export const ownAnswers = ['ok', 'kaputt', 'weg'] as const
const ownReceiver = new RegExp(`^${OWN_RECEIVER}(${ownAnswers.join('|')})(\\?[\\w=]{1,40})?$`)

/** Whether it is the demo's own receiver; `demo`: whether there is one. */
export const isOwnReceiver = (url: string, demo: boolean): boolean => demo && ownReceiver.test(url)

/** Why an address is refused: a code of `refusal.webhook.*`. */
export const urlTrouble = (url: string, { opened, demo }: { opened: readonly string[]; demo: boolean }) =>
  isOwnReceiver(url, demo) ? undefined : addressTrouble(url, opened)

export const ReplayInput = z
  .object({ from: z.iso.date(), until: z.iso.date(), all: z.literal('on').optional() })
  .refine(({ from, until }) => from <= until, { path: ['until'], message: 'error.webhook.period' })
export type ReplayInput = z.output<typeof ReplayInput>
