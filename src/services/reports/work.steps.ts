import { reportEvents } from './report.events.ts'
import type { ReportVerb } from './report.rules.ts'

type StaffVerb = Exclude<ReportVerb, 'confirm' | 'answer' | 'withdraw'>

/** What each step of staff leaves in the memory, and for whom its words are meant. */
export const staffSteps: Record<
  StaffVerb,
  { event: (typeof reportEvents)[keyof typeof reportEvents]; words: 'public' | 'question' | 'message' | 'note' }
> = {
  route: { event: reportEvents.routed, words: 'note' },
  unroute: { event: reportEvents.unrouted, words: 'note' },
  accept: { event: reportEvents.accepted, words: 'public' },
  handOn: { event: reportEvents.rejected, words: 'note' },
  plan: { event: reportEvents.planned, words: 'public' },
  start: { event: reportEvents.started, words: 'public' },
  handOut: { event: reportEvents.handedOut, words: 'public' },
  reportBack: { event: reportEvents.reportedBack, words: 'note' },
  ask: { event: reportEvents.asked, words: 'question' },
  stopWaiting: { event: reportEvents.questionExpired, words: 'message' },
  finish: { event: reportEvents.done, words: 'public' },
  end: { event: reportEvents.ended, words: 'public' },
  reopen: { event: reportEvents.reopened, words: 'public' },
  turnDown: { event: reportEvents.turnedDown, words: 'public' },
}

export const isStaffVerb = (verb: ReportVerb): verb is StaffVerb => verb in staffSteps
export type { StaffVerb }
