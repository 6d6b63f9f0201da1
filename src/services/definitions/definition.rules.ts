import { z } from 'zod'
import { defineEvent } from '#core/memory/index.ts'

/** What the administration writes without code and keeps in versions. */
export const definitionKinds = ['workflow', 'form'] as const
export type DefinitionKind = (typeof definitionKinds)[number]

/** As it is being written. */
export type Definition = {
  id: string
  key: string
  name: { de: string; en: string }
  draft: unknown
  /** Counts changes of the draft. */
  revision: number
  changedAt: Date
  changedBy: string | undefined
  /** Whether its last change can be taken back. */
  undoable: boolean
  review: Review
}

/** How the draft stands with those who may publish it. */
export type Review = {
  /** It was handed in, in the revision of then. */
  asked: { at: Date; by: string | undefined; revision: number } | undefined
  /** It came back, to be mended. */
  returned: { at: Date; by: string | undefined; reason: string } | undefined
}

/** As it was published: it never changes, only its end comes. */
export type Version = {
  id: string
  number: number
  content: unknown
  publishedAt: Date
  publishedBy: string | undefined
  retiredAt: Date | undefined
}

/** What was decided to be in force from a day of the town on. It gets its number when it is. */
export type ScheduledVersion = {
  id: string
  content: unknown
  day: string
  madeBy: string | undefined
  askedBy: string | undefined
  decidedAt: Date
  decidedBy: string | undefined
  /** Undefined while it waits. */
  end: { how: 'live' | 'calledBack' | 'failed'; at: Date; by: string | undefined } | undefined
  /** Names of what was found when it could not go live. */
  faults: readonly string[]
}

/** A moment of a day, for texts that say the day: at noon it is the same day all over the country. */
export const noonOf = (day: string): number => Date.parse(`${day}T12:00:00Z`)

/** The farthest day: two years. */
export const MOST_DAYS_AHEAD = 731

export const Reason = z.string().trim().min(1).max(1000)

export const DefinitionInput = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  name: z.object({ de: z.string().trim().min(1).max(120), en: z.string().trim().max(120).default('') }),
  draft: z.unknown(),
  /** Of the draft that was changed; left out for a new one. */
  revision: z.number().int().optional(),
})
export type DefinitionInput = z.input<typeof DefinitionInput>

const data = z.object({
  key: z.string().max(60),
  version: z.number().int().optional(),
  /** From which it is in force. */
  day: z.string().max(10).optional(),
  /** Why it did not go live, by the names of the proof. */
  faults: z.array(z.string().max(60)).max(10).optional(),
  /** Persons whom it is news for. */
  tell: z.array(z.uuid()).max(5).optional(),
})
const events = (kind: DefinitionKind) => {
  const event = (what: string) => defineEvent({ kind: `${kind}.${what}`, audience: 'internal', data })
  return {
    saved: event('saved'),
    handedIn: event('handedIn'),
    sentBack: event('sentBack'),
    scheduled: event('scheduled'),
    moved: event('moved'),
    calledBack: event('calledBack'),
    failed: event('failed'),
    published: event('published'),
    retired: event('retired'),
  }
}
export const definitionEvents = { workflow: events('workflow'), form: events('form') }
