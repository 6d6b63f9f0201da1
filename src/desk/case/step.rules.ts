import { handOnReasons, type ReportState, type ReportVerb, reopenReasons, staffEndReasons } from '#services/reports/index.ts'

/** What the form of a step asks for; `optional…` may stay empty. */
export type Ask = 'reason' | 'text' | 'optionalText' | 'date' | 'unit' | 'photos' | 'to'

type Form = { asks: readonly Ask[]; reasons?: readonly string[]; danger?: boolean }

/** The steps that staff takes, in the order of the buttons, with what each needs. Whether it is possible now says the state table. */
export const stepForms: Partial<Record<ReportVerb, Form>> = {
  accept: { asks: [] },
  finish: { asks: ['photos', 'optionalText'] },
  start: { asks: [] },
  plan: { asks: ['date', 'optionalText'] },
  reportBack: { asks: [] },
  stopWaiting: { asks: [] },
  route: { asks: ['unit', 'optionalText'] },
  ask: { asks: ['to', 'text'] },
  handOut: { asks: ['text'] },
  handOn: { asks: ['reason', 'optionalText'], reasons: handOnReasons },
  reopen: { asks: ['reason', 'optionalText'], reasons: reopenReasons },
  turnDown: { asks: ['text'] },
  end: { asks: ['reason', 'text'], reasons: staffEndReasons, danger: true },
}

const order = Object.keys(stepForms) as ReportVerb[]

/** Where something has to be found out first, finishing is not the first thing to offer. */
const firstOf: Partial<Record<ReportState, ReportVerb>> = {
  new: 'route',
  triage: 'route',
  reopened: 'start',
  accepted: 'start',
  assigned: 'accept',
  planned: 'start',
  inWork: 'finish',
  forwarded: 'reportBack',
  question: 'stopWaiting',
}

/** The steps to offer, the most likely one first. */
export function offered(verbs: readonly ReportVerb[], state: ReportState): ReportVerb[] {
  const there = order.filter((verb) => verbs.includes(verb))
  const first = firstOf[state]
  return first && there.includes(first) ? [first, ...there.filter((verb) => verb !== first)] : there
}

/** One press is enough, nothing is asked. */
export const isPlain = (verb: ReportVerb): boolean => stepForms[verb]?.asks.length === 0
