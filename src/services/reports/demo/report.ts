/** The plan of one report's life in the demo; the seed turns it into rows and events. */

export const reportStates = [
  'unconfirmed',
  'new',
  'triage',
  'assigned',
  'accepted',
  'planned',
  'inWork',
  'forwarded',
  'question',
  'done',
  'ended',
  'reopened',
] as const
export type ReportState = (typeof reportStates)[number]

export const reasonCodes = [
  'notOurs',
  'otherAuthority',
  'privateGround',
  'noDefect',
  'notFound',
  'alreadyPlanned',
  'noBudget',
  'notLawful',
  'duplicate',
  'noAnswer',
  'withdrawn',
  'abuse',
  'handledByEmergency',
] as const
export type ReasonCode = (typeof reasonCodes)[number]

export const stepKinds = [
  'report.sent',
  'report.confirmed',
  'report.published',
  'report.routed',
  'report.unrouted',
  'assignment.accepted',
  'assignment.rejected',
  'work.planned',
  'work.started',
  'work.handedOut',
  'work.reportedBack',
  'question.asked',
  'question.answered',
  'question.expired',
  'work.done',
  'report.ended',
  'report.joined',
  'veto.raised',
  'veto.escalated',
  'report.reopened',
  'report.settled',
  'note.added',
] as const
export type StepKind = (typeof stepKinds)[number]

export type DemoStep = {
  kind: StepKind
  /** Working hours (Monday to Friday, 8 to 16) after the step before; `clock: true` means plain hours, as people live. */
  after: number
  clock?: true
  by: 'reporter' | 'other' | 'system' | 'dispatcher' | 'moderator' | 'clerk' | 'crew' | 'lead' | 'contractor'
  /** State after this step. */
  state: ReportState
  publicText?: string
  /** Between the town and the people concerned: questions, answers. */
  partiesText?: string
  internalText?: string
  reason?: ReasonCode
  /** Department, where the step moves the report to one. */
  department?: string
  pictures?: readonly DemoPicture[]
}

export type DemoPicture = { scene: string; seed: number; state: 'before' | 'after' }

export type PlaceKind =
  | 'street'
  | 'address'
  | 'lamp'
  | 'tree'
  | 'playground'
  | 'crossing'
  | 'landmark'
  | 'bench'
  | 'bin'
  | 'stop'
  | 'path'
  | 'park'
  | 'water'

/** `account` names a person by code (core/organisations/demo); `email` gives an address under a reserved domain. */
export type DemoReporter = { kind: 'anonymous' } | { kind: 'email'; name: string; email: string } | { kind: 'account'; person: string }

export type AnswerValue = string | number | boolean | readonly string[]

export type DemoReport = {
  /** Stable for a seed. */
  key: string
  category: string
  locale: 'de' | 'en'
  /** May hold {street}, {number} and {asset}; fill it with `withPlace`. */
  text: string
  answers: Readonly<Record<string, AnswerValue>>
  reporter: DemoReporter
  place: PlaceKind
  /** How long ago it was sent: whole days before the demo's today, and the minute of that day. */
  daysAgo: number
  minute: number
  steps: readonly DemoStep[]
  /** State after the last step. */
  state: ReportState
  department: string
  supporters: number
  pictures: readonly DemoPicture[]
  /** Reports of one story stand close to each other and belong to one incident. */
  story?: string
}
