import type { z } from 'zod'

export type Audience = 'public' | 'parties' | 'internal'
export type Subject = { type: string; id: string }

/** A kind of event: past tense (`report.sent`), who learns of it, and what it carries. Nothing personal belongs in the data. */
export type EventKind<S extends z.ZodType = z.ZodType> = { kind: string; audience: Audience; data: S }

const kinds = new Map<string, EventKind>()

/** Declares a kind of event; each kind once. */
export function defineEvent<S extends z.ZodType>(event: EventKind<S>): EventKind<S> {
  if (kinds.has(event.kind)) throw new Error(`the event ${event.kind} is defined twice`)
  kinds.set(event.kind, event)
  return event
}

export const eventKinds = (): readonly EventKind[] => [...kinds.values()]

/** Who learns of an event of `own` audience when the case itself is shown to `shown`: never more than both allow. */
export const narrower = (own: Audience, shown: Audience): Audience => order[Math.max(order.indexOf(own), order.indexOf(shown))]!
const order: Audience[] = ['public', 'parties', 'internal']
