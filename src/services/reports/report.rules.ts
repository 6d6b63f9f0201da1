import { defineProcess } from '#platform/process.ts'

/** Life of a report of damage (domain-citizen-services, section 7). Buttons, tests, documentation and the status page come from this table. */
export const reportProcess = defineProcess({
  kind: 'report',
  states: {
    unconfirmed: 'draft',
    new: 'received',
    triage: 'received',
    assigned: 'received',
    accepted: 'accepted',
    reopened: 'accepted',
    planned: 'inProgress',
    inWork: 'inProgress',
    forwarded: 'inProgress',
    question: 'yourTurn',
    done: 'done',
    ended: 'ended',
  },
  start: 'new',
  ends: ['done', 'ended'],
  steps: {
    confirm: { from: ['unconfirmed'], to: 'new', may: 'everyone', audience: 'parties' },
    route: { from: ['new', 'triage', 'reopened'], to: 'assigned', may: 'report.route', audience: 'internal' },
    unroute: { from: ['new', 'reopened'], to: 'triage', may: 'report.route', audience: 'internal' },
    accept: { from: ['assigned'], to: 'accepted', may: 'report.work', audience: 'public' },
    handOn: {
      from: ['assigned', 'accepted', 'planned', 'inWork'],
      to: 'triage',
      may: 'report.work',
      audience: 'internal',
      needs: ['reason'],
    },
    plan: { from: ['accepted', 'planned'], to: 'planned', may: 'report.work', audience: 'public', needs: ['date'] },
    start: { from: ['accepted', 'planned', 'reopened'], to: 'inWork', may: 'report.work', audience: 'public' },
    handOut: { from: ['accepted', 'planned', 'inWork'], to: 'forwarded', may: 'report.work', audience: 'public', needs: ['text'] },
    reportBack: { from: ['forwarded'], to: 'inWork', may: 'report.work', audience: 'internal' },
    ask: {
      from: ['accepted', 'planned', 'inWork', 'forwarded', 'reopened'],
      to: 'question',
      may: 'report.work',
      audience: 'parties',
      needs: ['text'],
    },
    answer: { from: ['question'], to: 'before', may: 'everyone', audience: 'parties', needs: ['text'] },
    stopWaiting: { from: ['question'], to: 'before', may: 'report.work', audience: 'parties' },
    finish: {
      from: ['accepted', 'planned', 'inWork', 'forwarded', 'reopened'],
      to: 'done',
      may: 'report.work',
      audience: 'public',
      needs: ['proof'],
    },
    end: {
      from: ['new', 'triage', 'assigned', 'accepted', 'planned', 'inWork', 'forwarded', 'question', 'reopened'],
      to: 'ended',
      may: 'report.work',
      audience: 'public',
      needs: ['reason', 'text'],
    },
    reopen: { from: ['done', 'ended'], to: 'reopened', may: 'report.reopen', audience: 'public', needs: ['reason'] },
    // A third objection waits for the lead: the repair stands. To follow it is `reopen`.
    turnDown: { from: ['done'], to: 'same', may: 'report.decideObjection', audience: 'public', needs: ['text'] },
    withdraw: { from: ['unconfirmed', 'new', 'triage', 'assigned', 'accepted'], to: 'ended', may: 'everyone', audience: 'parties' },
  },
})

export type ReportState = keyof typeof reportProcess.states
export type ReportVerb = keyof typeof reportProcess.steps

/** Why a report ends without a repair; each has a sentence for the public. */
export const endReasons = [
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
export type EndReason = (typeof endReasons)[number]
/** Those that staff chooses from: nobody else withdraws, and what was reported before is merged. */
export const staffEndReasons: readonly EndReason[] = endReasons.filter((reason) => reason !== 'withdrawn' && reason !== 'duplicate')

/** Why there is no photo of a finished repair. */
export const noPhotoReasons = ['notVisible', 'unsafe', 'measured', 'replacedWhole'] as const
