import type { DemoStep, ReportState, StepKind } from './report.ts'

type Move = { from: readonly (ReportState | 'start')[]; to: ReportState | 'same' | 'before' }

const open: readonly ReportState[] = ['new', 'triage', 'assigned', 'accepted', 'planned', 'inWork', 'forwarded', 'question', 'reopened']
const working: readonly ReportState[] = ['accepted', 'planned', 'inWork', 'forwarded']
const any: readonly ReportState[] = [...open, 'done', 'ended']

/** Which step may follow in which state; a plan that breaks it stops the generator. */
const moves: Record<StepKind, Move> = {
  'report.sent': { from: ['start'], to: 'new' },
  'report.confirmed': { from: ['unconfirmed'], to: 'new' },
  'report.published': { from: ['new'], to: 'new' },
  'report.routed': { from: ['new', 'reopened', 'triage'], to: 'assigned' },
  'report.unrouted': { from: ['new', 'reopened'], to: 'triage' },
  'assignment.accepted': { from: ['assigned'], to: 'accepted' },
  'assignment.rejected': { from: ['assigned'], to: 'triage' },
  'work.planned': { from: ['accepted'], to: 'planned' },
  'work.started': { from: ['accepted', 'planned', 'reopened'], to: 'inWork' },
  'work.handedOut': { from: ['accepted', 'inWork'], to: 'forwarded' },
  'work.reportedBack': { from: ['forwarded'], to: 'inWork' },
  'question.asked': { from: working, to: 'question' },
  'question.answered': { from: ['question'], to: 'before' },
  'question.expired': { from: ['question'], to: 'before' },
  'work.done': { from: working, to: 'done' },
  'report.ended': { from: open, to: 'ended' },
  'report.joined': { from: any, to: 'same' },
  'note.added': { from: any, to: 'same' },
  'veto.raised': { from: ['done', 'ended'], to: 'reopened' },
  'veto.escalated': { from: ['done'], to: 'same' },
  'report.reopened': { from: ['done', 'ended'], to: 'reopened' },
  'report.settled': { from: ['done', 'ended'], to: 'same' },
}

/** A step before its state is known; `unconfirmed` marks a report that waits for the link in the mail. */
export type PlannedStep = Omit<DemoStep, 'state'> & { unconfirmed?: boolean }

/** Walks a plan and writes the state after each step. Throws on a step that is not allowed. */
export function live(plan: readonly PlannedStep[]): DemoStep[] {
  let state: ReportState | 'start' = 'start'
  let before: ReportState = 'accepted'
  return plan.map(({ unconfirmed, ...step }) => {
    const move = moves[step.kind]
    if (!move.from.some((from) => from === state)) throw new Error(`${step.kind} is not allowed in state ${state}`)
    const reached: ReportState | 'start' = move.to === 'same' ? state : move.to === 'before' ? before : move.to
    if (reached === 'start') throw new Error(`${step.kind} cannot come first`)
    if (step.kind === 'question.asked' && state !== 'start') before = state
    state = unconfirmed ? 'unconfirmed' : reached
    return { ...step, state }
  })
}

/** State in which a life has arrived. */
export const arrived = (steps: readonly DemoStep[]): ReportState => steps.at(-1)?.state ?? 'unconfirmed'
