import type { PlannedStep } from '../life.ts'
import type { AnswerValue, DemoStep, PlaceKind, ReasonCode } from '../report.ts'

/** A report told by hand. `who` is the code of a person with an account; without it nobody gave a name. */
export type Told = {
  story: string
  category: string
  place: PlaceKind
  daysAgo: number
  /** Months (1–12) in which it can have happened; the story moves to the nearest day that fits. */
  months?: readonly number[]
  minute: number
  text: string
  locale?: 'de' | 'en'
  who?: string
  /** Somebody without an account who left an address. */
  byMail?: { name: string; email: string }
  answers?: Readonly<Record<string, AnswerValue>>
  scene?: string
  supporters?: number
  plan: readonly PlannedStep[]
}

type By = DemoStep['by']

/** Sent, published, routed and accepted: how every story begins. */
export const begin = (department: string, publicText: string, after = 3): PlannedStep[] => [
  { kind: 'report.sent', after: 0, by: 'reporter' },
  { kind: 'report.published', after: 0.02, clock: true, by: 'system' },
  { kind: 'report.routed', after: 0.01, clock: true, by: 'system', department },
  { kind: 'assignment.accepted', after, by: 'clerk', publicText },
]

export const note = (internalText: string, after = 2, by: By = 'clerk'): PlannedStep => ({ kind: 'note.added', after, by, internalText })
export const plan = (publicText: string, after = 4): PlannedStep => ({ kind: 'work.planned', after, by: 'clerk', publicText })
export const start = (publicText: string, after = 8): PlannedStep => ({ kind: 'work.started', after, by: 'crew', publicText })
export const handOut = (publicText: string, after = 6): PlannedStep => ({ kind: 'work.handedOut', after, by: 'clerk', publicText })
export const back = (internalText: string, after = 30): PlannedStep => ({
  kind: 'work.reportedBack',
  after,
  by: 'contractor',
  internalText,
})
export const ask = (partiesText: string, after = 3): PlannedStep => ({ kind: 'question.asked', after, by: 'clerk', partiesText })
export const answer = (partiesText: string, after = 6): PlannedStep => ({
  kind: 'question.answered',
  after,
  clock: true,
  by: 'reporter',
  partiesText,
})
export const veto = (partiesText: string, after = 30): PlannedStep => ({
  kind: 'veto.raised',
  after,
  clock: true,
  by: 'reporter',
  partiesText,
})
/** The third time the lead decides; it stays done until then. */
export const escalate = (partiesText: string, after = 30): PlannedStep => ({ ...veto(partiesText, after), kind: 'veto.escalated' })
export const route = (department: string, internalText: string, after = 2): PlannedStep => ({
  kind: 'report.routed',
  after,
  by: 'dispatcher',
  department,
  internalText,
})
export const accept = (publicText: string, after = 2, by: By = 'lead'): PlannedStep => ({
  kind: 'assignment.accepted',
  after,
  by,
  publicText,
})
export const settle: PlannedStep = { kind: 'report.settled', after: 14 * 24, clock: true, by: 'system' }
export const end = (reason: ReasonCode, publicText: string, after = 4): PlannedStep => ({
  kind: 'report.ended',
  after,
  by: 'clerk',
  reason,
  publicText,
})

export function done(publicText: string, after = 8, scene?: string): PlannedStep {
  const step: PlannedStep = { kind: 'work.done', after, by: 'crew', publicText }
  return scene ? { ...step, pictures: [{ scene, seed: 1, state: 'after' }] } : step
}
