import type { Seeded } from '#platform/seeded.ts'
import type { DemoCategory } from './category.ts'
import type { PlannedStep } from './life.ts'
import { donePhrases } from './phrases.done.ts'
import {
  acceptedPhrases,
  endedPhrases,
  englishQuestions,
  handedOutPhrases,
  notePhrases,
  plannedPhrases,
  questionPhrases,
  rejectedPhrases,
  reopenedPhrases,
  reportedBackPhrases,
  startedPhrases,
  triagePhrases,
  vetoPhrases,
} from './phrases.ts'
import type { DemoPicture, ReasonCode } from './report.ts'
import { readings } from './texts.ts'

/** What a life is made from. */
export type Making = { random: Seeded; category: DemoCategory; locale: 'de' | 'en'; byMail: boolean; after: readonly DemoPicture[] }

type Phase = (making: Making) => PlannedStep[]

const say = ({ random }: Making, phrases: readonly string[]) => random.pick(readings(random.pick(phrases)))

const sent: Phase = ({ byMail }) => [{ kind: 'report.sent', after: 0, by: 'reporter', ...(byMail ? { unconfirmed: true } : {}) }]

const published: Phase = ({ random, byMail, category }) => [
  ...(byMail ? [{ kind: 'report.confirmed' as const, after: random.between(0.02, 2), clock: true as const, by: 'reporter' as const }] : []),
  category.publish === 'immediate'
    ? { kind: 'report.published', after: 0.02, clock: true, by: 'system' }
    : { kind: 'report.published', after: random.between(0.3, 5), by: 'moderator' },
]

const routed: Phase = ({ category }) => [{ kind: 'report.routed', after: 0.01, clock: true, by: 'system', department: category.department }]

const unrouted: Phase = (making) => [
  { kind: 'report.unrouted', after: 0.01, clock: true, by: 'system', internalText: say(making, triagePhrases) },
]

const routedByHand: Phase = ({ random, category }) => [
  {
    kind: 'report.routed',
    after: random.between(0.5, 7),
    by: 'dispatcher',
    department: category.department,
    internalText: 'Von Hand zugeordnet.',
  },
]

const rejected: Phase = (making) => [
  {
    kind: 'assignment.rejected',
    after: making.random.between(1, 12),
    by: 'clerk',
    reason: 'notOurs',
    internalText: say(making, rejectedPhrases),
  },
]

const accepted: Phase = (making) => [
  { kind: 'assignment.accepted', after: making.random.between(0.5, 14), by: 'clerk', publicText: say(making, acceptedPhrases) },
]

const noted: Phase = (making) =>
  making.random.chance(0.4)
    ? [{ kind: 'note.added', after: making.random.between(0.5, 8), by: 'clerk', internalText: say(making, notePhrases) }]
    : []

const planned: Phase = (making) => [
  { kind: 'work.planned', after: making.random.between(1, 10), by: 'clerk', publicText: say(making, plannedPhrases) },
]

const started: Phase = (making) => [
  { kind: 'work.started', after: making.random.between(2, 24), by: 'crew', publicText: say(making, startedPhrases) },
]

const handedOut: Phase = (making) => [
  { kind: 'work.handedOut', after: making.random.between(2, 16), by: 'clerk', publicText: say(making, handedOutPhrases) },
]

const reportedBack: Phase = (making) => [
  { kind: 'work.reportedBack', after: making.random.between(16, 60), by: 'contractor', internalText: say(making, reportedBackPhrases) },
]

const conversation = ({ random, category, locale }: Making) => {
  const fitting = locale === 'en' ? englishQuestions : questionPhrases.filter((one) => !one.category || one.category === category.code)
  return random.weighted(fitting, (one) => ('category' in one ? 4 : 1))
}

const asked: Phase = (making) => [
  { kind: 'question.asked', after: making.random.between(1, 10), by: 'clerk', partiesText: conversation(making).ask },
]

const askedAndAnswered: Phase = (making) => {
  const { ask, answer } = conversation(making)
  return [
    { kind: 'question.asked', after: making.random.between(1, 10), by: 'clerk', partiesText: ask },
    { kind: 'question.answered', after: making.random.between(0.5, 60), clock: true, by: 'reporter', partiesText: answer },
  ]
}

const unanswered: Phase = (making) => [
  ...asked(making),
  { kind: 'question.expired', after: 14 * 24, clock: true, by: 'system' },
  {
    kind: 'report.ended',
    after: making.random.between(1, 8),
    by: 'clerk',
    reason: 'noAnswer',
    publicText: say(making, endedPhrases.noAnswer),
  },
]

const done: Phase = (making) => [
  {
    kind: 'work.done',
    after: making.random.between(1, making.category.deadlineDays * 6),
    by: making.random.chance(0.7) ? 'crew' : 'clerk',
    publicText: say(making, donePhrases[making.category.code] ?? donePhrases.other ?? []),
    ...(making.after.length > 0 ? { pictures: making.after } : {}),
  },
]

const settled: Phase = () => [{ kind: 'report.settled', after: 14 * 24, clock: true, by: 'system' }]

const vetoed: Phase = (making) => [
  { kind: 'veto.raised', after: making.random.between(5, 120), clock: true, by: 'reporter', partiesText: say(making, vetoPhrases) },
]

const again: Phase = (making) => [
  { kind: 'report.routed', after: making.random.between(0.5, 6), by: 'dispatcher', department: making.category.department },
  { kind: 'assignment.accepted', after: making.random.between(0.5, 6), by: 'lead', publicText: say(making, reopenedPhrases) },
]

const endedReasons: readonly { reason: ReasonCode; often: number }[] = [
  { reason: 'notOurs', often: 5 },
  { reason: 'otherAuthority', often: 5 },
  { reason: 'privateGround', often: 4 },
  { reason: 'noDefect', often: 4 },
  { reason: 'notFound', often: 4 },
  { reason: 'alreadyPlanned', often: 4 },
  { reason: 'noBudget', often: 2 },
  { reason: 'notLawful', often: 1 },
  { reason: 'duplicate', often: 5 },
  { reason: 'withdrawn', often: 2 },
]

const endedFor = (making: Making, reason: ReasonCode): PlannedStep => ({
  kind: 'report.ended',
  after: making.random.between(2, 20),
  by: reason === 'withdrawn' ? 'reporter' : 'clerk',
  reason,
  publicText: say(making, endedPhrases[reason]),
})

const ended: Phase = (making) => [endedFor(making, making.random.weighted(endedReasons, ({ often }) => often).reason)]

export type Life = {
  name: string
  often: number /** Days since it was sent, first and last. */
  days: readonly [number, number]
  phases: readonly Phase[]
  /** Sent with an e-mail address, in a category that waits for its confirmation. */
  byMail?: true
}

const begun = [sent, published, routed]
const inHand = [...begun, accepted, noted]

/** The kinds of lives a report can have had until today, with how often they occur. */
export const lives: readonly Life[] = [
  { name: 'waits for the link in the mail', often: 4, days: [0, 0], phases: [sent], byMail: true },
  { name: 'just came in', often: 5, days: [0, 0], phases: [sent] },
  { name: 'published, not yet routed', often: 6, days: [0, 1], phases: [sent, published] },
  { name: 'no rule matched', often: 4, days: [0, 3], phases: [sent, published, unrouted] },
  { name: 'handed back by an office', often: 5, days: [2, 9], phases: [...begun, rejected] },
  { name: 'offered to an office', often: 14, days: [0, 4], phases: begun },
  { name: 'offered and forgotten', often: 4, days: [6, 16], phases: begun },
  { name: 'accepted', often: 22, days: [1, 14], phases: inHand },
  { name: 'planned', often: 20, days: [3, 40], phases: [...inHand, planned] },
  { name: 'being repaired', often: 16, days: [3, 18], phases: [...inHand, planned, started] },
  { name: 'with a contractor', often: 9, days: [6, 40], phases: [...inHand, handedOut] },
  { name: 'contractor says it is done', often: 3, days: [15, 40], phases: [...inHand, handedOut, reportedBack] },
  { name: 'waits for an answer', often: 10, days: [3, 12], phases: [...inHand, asked] },
  { name: 'question was answered', often: 6, days: [5, 20], phases: [...inHand, askedAndAnswered] },
  { name: 'done this fortnight', often: 40, days: [3, 14], phases: [...inHand, started, done] },
  { name: 'done quickly', often: 20, days: [15, 365], phases: [...begun, accepted, done, settled] },
  { name: 'done', often: 150, days: [30, 365], phases: [...inHand, started, done, settled] },
  { name: 'done by plan', often: 60, days: [45, 365], phases: [...inHand, planned, started, done, settled] },
  { name: 'done by a contractor', often: 24, days: [60, 365], phases: [...inHand, handedOut, reportedBack, done, settled] },
  { name: 'done after a question', often: 22, days: [45, 365], phases: [...inHand, askedAndAnswered, started, done, settled] },
  { name: 'done after a detour', often: 16, days: [45, 365], phases: [...begun, rejected, routedByHand, accepted, started, done, settled] },
  { name: 'done at the second try', often: 10, days: [90, 365], phases: [...inHand, started, done, vetoed, again, started, done, settled] },
  { name: 'objected to', often: 7, days: [10, 40], phases: [...inHand, started, done, vetoed] },
  { name: 'objected to, in hand again', often: 3, days: [20, 50], phases: [...inHand, started, done, vetoed, again] },
  { name: 'ended', often: 52, days: [6, 365], phases: [...inHand, ended] },
  { name: 'no answer', often: 6, days: [40, 365], phases: [...inHand, unanswered] },
]

/** The plan of one life, walked later by `live`. */
export const planOf = (life: Life, making: Making): PlannedStep[] => life.phases.flatMap((phase) => phase(making))
