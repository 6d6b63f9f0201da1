import { z } from 'zod'
import { type Audience, defineEvent } from '#core/memory/index.ts'

/**
 * What events about a report carry: ids and codes, nothing personal. `unitId` did it, `toUnitId` got it, `personId` was given it,
 * `messageId` holds what was said, `partyId` is the party that did it.
 */
const Data = z.object({
  number: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  unitId: z.uuid().optional(),
  toUnitId: z.uuid().optional(),
  personId: z.uuid().optional(),
  /** The person for whom it was done while she was away. */
  coverFor: z.uuid().optional(),
  partyId: z.uuid().optional(),
  messageId: z.uuid().optional(),
  /** The photo that was hidden or shown again: the picture before anything was blacked out, so that it stays the same. */
  photoId: z.uuid().optional(),
  reason: z.string().max(60).optional(),
  /** A day, as it is shown. */
  day: z.string().max(40).optional(),
  otherNumber: z.string().optional(),
  count: z.number().int().optional(),
  /** A moderator has to look at it before it becomes public. */
  toCheck: z.boolean().optional(),
  /** Said to the parties of all reports of one damage. */
  shared: z.boolean().optional(),
})

const event = (kind: string, audience: Audience) => defineEvent({ kind, audience, data: Data })

/** Every kind of event about a report, with the audience of domain-citizen-services, section 7. */
export const reportEvents = {
  sent: event('report.sent', 'parties'),
  confirmed: event('report.confirmed', 'parties'),
  expired: event('report.expired', 'internal'),
  published: event('report.published', 'public'),
  routed: event('report.routed', 'internal'),
  unrouted: event('report.unrouted', 'internal'),
  accepted: event('assignment.accepted', 'public'),
  rejected: event('assignment.rejected', 'internal'),
  planned: event('work.planned', 'public'),
  started: event('work.started', 'public'),
  handedOut: event('work.handedOut', 'public'),
  reportedBack: event('work.reportedBack', 'internal'),
  asked: event('question.asked', 'parties'),
  answered: event('question.answered', 'parties'),
  questionExpired: event('question.expired', 'parties'),
  done: event('work.done', 'public'),
  ended: event('report.ended', 'public'),
  reopened: event('report.reopened', 'public'),
  settled: event('report.settled', 'internal'),
  vetoed: event('veto.raised', 'public'),
  escalated: event('veto.escalated', 'public'),
  turnedDown: event('veto.turnedDown', 'public'),
  joined: event('report.joined', 'public'),
  left: event('report.left', 'internal'),
  subscribed: event('report.subscribed', 'internal'),
  merged: event('report.merged', 'public'),
  split: event('report.split', 'public'),
  hidden: event('report.hidden', 'public'),
  shown: event('report.shown', 'public'),
  reworded: event('report.reworded', 'public'),
  photoRedacted: event('report.photoRedacted', 'public'),
  photoRestored: event('report.photoRestored', 'internal'),
  photoHidden: event('report.photoHidden', 'public'),
  photoShown: event('report.photoShown', 'public'),
  blocked: event('report.senderBlocked', 'internal'),
  unblocked: event('report.senderUnblocked', 'internal'),
  recategorised: event('report.recategorised', 'public'),
  moved: event('report.moved', 'public'),
  assigned: event('report.assigned', 'internal'),
  prioritised: event('report.prioritised', 'internal'),
  noted: event('note.added', 'internal'),
  said: event('word.given', 'public'),
  written: event('message.sent', 'parties'),
  received: event('message.received', 'parties'),
  raised: event('escalation.raised', 'internal'),
  seen: event('escalation.seen', 'internal'),
} as const

/** First words of these events: `report`, `work` … */
export const reportWords: readonly string[] = [...new Set(Object.values(reportEvents).map(({ kind }) => kind.split('.')[0]!))]

/** `number` of a version of the rules, `day` on which it takes effect. */
const Settings = z.object({
  code: z.string().max(60).optional(),
  move: z.string().max(10).optional(),
  number: z.number().int().optional(),
  day: z.iso.date().optional(),
})
const setting = (kind: string) => defineEvent({ kind, audience: 'internal', data: Settings })

/** Changes of what can be reported and who gets it. */
export const settingEvents = {
  categorySaved: setting('reportCategory.saved'),
  categoryClosed: setting('reportCategory.closed'),
  categoryOpened: setting('reportCategory.opened'),
  categoryMoved: setting('reportCategory.moved'),
  groupSaved: setting('reportGroup.saved'),
  groupRemoved: setting('reportGroup.removed'),
  groupMoved: setting('reportGroup.moved'),
  ruleSaved: setting('routingRule.saved'),
  ruleClosed: setting('routingRule.closed'),
  ruleMoved: setting('routingRule.moved'),
  versionDrafted: setting('routingVersion.drafted'),
  versionDiscarded: setting('routingVersion.discarded'),
  versionDecided: setting('routingVersion.decided'),
  versionTakenBack: setting('routingVersion.takenBack'),
  replayStarted: setting('routingReplay.started'),
  replayCancelled: setting('routingReplay.cancelled'),
} as const
