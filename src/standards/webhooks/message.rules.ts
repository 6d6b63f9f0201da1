import type { Delivery } from './webhook.rules.ts'

export type TownNamed = { slug: string; name: string; url: string }

/** What is sent, documented in docs/webhooks.md; fields are added, never taken away or renamed. */
export type Message = {
  id: string
  kind: string
  /** When it happened. */
  time: string
  town: TownNamed
  /** What it is about; null for a test. */
  subject: { type: 'report'; number: string; url: string } | null
  /** One of the seven public stages after it, where it changed. */
  stage?: string
}

/** The same for every attempt, so that receivers may compare. */
export const messageOf = ({ eventId, kind, number, stage, happenedAt }: Delivery, town: TownNamed): Message => ({
  id: eventId,
  kind,
  time: happenedAt.toISOString(),
  town,
  subject: number === undefined ? null : { type: 'report', number, url: `${town.url}/meldungen/${number}` },
  ...(stage === undefined ? {} : { stage }),
})
