import type { Audience } from '../../cases/index.ts'

/** A time in which a case rested at an incident. */
export type Membership = { incidentId: string; caseId: string; since: Date; until: Date | undefined }

/** Whose events stand in a history, and from when until when; without a time all of them. */
export type Window = { caseId: string; since: Date | undefined; until: Date | undefined }

/**
 * The history of a case: its own, that of everybody it belongs together with now, and of earlier company what happened in the time
 * together. `known` are all memberships of the incidents it is or was part of.
 */
export function windowsOf(caseId: string, known: readonly Membership[]): Window[] {
  const own: Window = { caseId, since: undefined, until: undefined }
  return [own, ...known.filter((one) => one.caseId === caseId || one.incidentId === caseId).flatMap((one) => companyOf(caseId, one, known))]
}

function companyOf(caseId: string, one: Membership, known: readonly Membership[]): Window[] {
  // As the one that goes on: each member for its time.
  if (one.incidentId === caseId) return [timeOf(one.caseId, one.since, one.until)]
  // As a member: the one that goes on, and whoever rested there at the same time.
  const mates = known.filter((mate) => mate.incidentId === one.incidentId && mate.caseId !== caseId)
  return [
    timeOf(one.incidentId, one.since, one.until),
    ...mates.flatMap((mate) => {
      const since = later(one.since, mate.since)
      const until = earlier(one.until, mate.until)
      return until !== undefined && until < since ? [] : [timeOf(mate.caseId, since, until)]
    }),
  ]
}

/** Who belongs together now shares everything; what is over is the time between. */
const timeOf = (caseId: string, since: Date, until: Date | undefined): Window =>
  until === undefined ? { caseId, since: undefined, until: undefined } : { caseId, since, until }

const later = (a: Date, b: Date): Date => (a > b ? a : b)
const earlier = (a: Date | undefined, b: Date | undefined): Date | undefined => (a && b ? (a < b ? a : b) : (a ?? b))

export const inWindow = (at: Date, { since, until }: Window): boolean => (!since || at >= since) && (!until || at <= until)

/** One event of the history, as far as reading it asks. */
export type Heard = {
  /** The case it happened to. */
  caseId: string
  audience: Audience
  /** The audience its kind has: a step of a report that is not public yet is kept for the parties alone. */
  kindAudience: Audience
  /** Meant for the parties of all members. */
  shared: boolean
  /** Its case is public now. */
  published: boolean
}

/**
 * What a reader of `caseId` may see of an event: all of it, `bare` (that it happened, without what was said and shown with it), or
 * nothing. What was for the parties of one member is never shown to those of another.
 */
export function seenOf(reader: { caseId: string; audience: Audience }, event: Heard): 'whole' | 'bare' | 'nothing' {
  if (reader.audience === 'internal') return 'whole'
  if (event.audience === 'internal') return 'nothing'
  const own = event.caseId === reader.caseId
  if (event.audience === 'public') return own || event.published || reader.audience === 'parties' ? 'whole' : 'nothing'
  if (reader.audience === 'public') return 'nothing'
  if (own || event.shared) return 'whole'
  return event.kindAudience === 'public' ? 'bare' : 'nothing'
}
