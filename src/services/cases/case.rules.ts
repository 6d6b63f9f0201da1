import type { StoredFile } from '#core/files/index.ts'
import type { Stage } from '#platform/process.ts'

/** Who may see something of a case. Each includes the ones before it: staff (`internal`) sees everything. */
export type Audience = 'public' | 'parties' | 'internal'

/** Everything a citizen starts and the town has to end: reports of damage, applications, inquiries. */
export type Case = {
  id: string
  kind: string
  /** What people read and say: `M-7K4P-29QX`. */
  number: string
  /** The category of a report, the service of an application. */
  typeId: string
  /** In the town's language: the name of the type. */
  title: string
  placeLabel: string
  state: string
  /** Where an interrupted case goes back to when its question is answered. */
  beforeState: string | undefined
  stage: Stage
  published: boolean
  /** Unit that is asked to do it or does it. */
  unitId: string | undefined
  assigneeId: string | undefined
  /** -1 low, 0 normal, 1 high, 2 urgent. */
  priority: Priority
  districtId: string | undefined
  /** The lamp, tree or bench it is about. */
  assetId: string | undefined
  /** The case that goes on for this one, while it rests there: the same damage. Its own state is the one it had before. */
  incidentId: string | undefined
  lat: number | undefined
  lon: number | undefined
  publicText: string
  supportCount: number
  receivedAt: Date
  updatedAt: Date
  dueAt: Date
  closedAt: Date | undefined
  /** Counts changes; a form that was made from an older one is refused with `changedMeanwhile`. */
  version: number
  hasPhoto: boolean
  /** A moderator looks before it is published. */
  toCheck: boolean
  /** It waits too long: 1 the unit was reminded, 2 its lead, 3 the head of the office; 0 nobody. */
  escalated: number
}

export type Priority = -1 | 0 | 1 | 2
export const priorities: readonly Priority[] = [2, 1, 0, -1]

export type PartyRole = 'reporter' | 'applicant' | 'supporter' | 'subscriber'

/** Who takes part: the one who started the case and those who joined or follow it. */
export type Party = {
  id: string
  caseId: string
  role: PartyRole
  /** Set for persons with an account. */
  personId: string | undefined
  name: string | undefined
  email: string | undefined
  emailConfirmedAt: Date | undefined
  /** Until when an address that waits can be confirmed. */
  confirmUntil: Date | undefined
  /** How many addresses the party gave after it began: links in mails to an earlier one open nothing. */
  addressNo: number
  phone: string | undefined
  locale: 'de' | 'en'
  since: Date
}

/** What opens a case for a party without account. Shown once: the town keeps only keyed hashes. */
export type PartyKeys = {
  /** 256 bits; the link is `/s/{secret}`. */
  secret: string
  /** Twelve characters to say on the phone or type at `/status`, shown as `7K4P-29QX-ACDE`. */
  code: string
}

export type MessageKind = 'question' | 'answer' | 'message' | 'note' | 'public'

export type Message = {
  id: string
  caseId: string
  kind: MessageKind
  audience: Audience
  authorPersonId: string | undefined
  authorPartyId: string | undefined
  authorUnitId: string | undefined
  text: string
  at: Date
  dueAt: Date | undefined
  answeredAt: Date | undefined
  /** Said to the parties of all cases that belong together. */
  shared: boolean
}

/** Which unit was asked, what it said, and why it was this one (the trace of the rules, for staff). */
export type Assignment = {
  id: string
  unitId: string
  unitName: string
  state: 'offered' | 'accepted' | 'rejected' | 'ended'
  reason: string | undefined
  trace: unknown
  byPersonId: string | undefined
  since: Date
  until: Date | undefined
}

/** `before` shows the damage, `after` the repair, `answer` came with a message. */
export type PhotoRole = 'before' | 'after' | 'answer'

/** What `photoOf` of the files needs for a picture in its sizes. */
export type PhotoFile = Pick<StoredFile, 'id' | 'variants'>

/** A photo of a case; `photoFor` gives its picture, signed where not everybody may see it. */
export type CasePhoto = {
  caseId: string
  fileId: string
  file: PhotoFile
  role: PhotoRole
  audience: Audience
  at: Date
  eventId: string | undefined
}

/** A line of the timeline, ready to be shown: `t(title.key, title.params)`. */
export type TimelineEntry = {
  id: string
  kind: string
  at: Date
  audience: Audience
  title: { key: string; params: Record<string, string | number> }
  /** Word of the role (`reporter`, `supporter`, `staff`, `system`): text key `case.role.{role}`. */
  role: string
  /** The case it happened to, and its number where that is another one than the reader's. */
  caseId: string
  otherNumber: string | undefined
  /** The party that did it. */
  partyId: string | undefined
  /** Name of the unit that did it. */
  unitName: string | undefined
  /** Name of the clerk; only in timelines for staff. */
  personName: string | undefined
  /** For whom the clerk did it, because she was away; only in timelines for staff. */
  coverName?: string | undefined
  /** What was said with it, in the words of its author. */
  text: string | undefined
  photos: readonly CasePhoto[]
}
