import type { Assignment, Case, CasePhoto, CoverShown, Message, Party, PhotoFile, PublicCase, TimelineEntry } from '../cases/index.ts'
import type { Answers, Bilingual, Category } from './category.rules.ts'
import type { WaitShown } from './escalation/look.verbs.ts'
import type { DeskIncident, PublicIncident } from './incident/incident.read.ts'
import type { clockDoubt } from './observed.rules.ts'
import type { KeptPromise } from './promise/promise.sql.ts'
import type { WaitingObjection } from './proof/waiting.read.ts'
import type { EndReason, ReportState, ReportVerb } from './report.rules.ts'
import type { RoutingTrace } from './route.rules.ts'

/** What lists show of a category. */
export type CategoryLabel = Pick<Category, 'id' | 'code' | 'groupCode' | 'name' | 'icon'>

export type ReportPlace = {
  label: string
  note: string
  lat: number
  lon: number
  accuracyM: number | undefined
  way: string
  street: string | undefined
  houseNumber: string | undefined
  districtId: string | undefined
  assetId: string | undefined
}

/** A report in a public list, with the first photo the public may see. */
export type ReportCard = PublicCase & {
  category: CategoryLabel
  /** The first of the damage and the last of the repair. */
  fileId: string | undefined
  afterFileId: string | undefined
  photo: PhotoFile | undefined
  afterPhoto: PhotoFile | undefined
  /** For who sent it: from then on it may be deleted. */
  deletedFrom?: Date | undefined
}

/** Everything everybody may read about one report. */
export type PublicReport = Omit<PublicCase, 'typeId'> & {
  category: CategoryLabel
  place: ReportPlace
  /** Town's answer to "who does it": name of the unit, once one has accepted. */
  unitName: string | undefined
  /** Why it is this unit, in one sentence. */
  routingNote: Bilingual | undefined
  photos: readonly CasePhoto[]
  timeline: readonly TimelineEntry[]
  /** A question to the reporter is open; neighbours may help. */
  questionOpen: boolean
  plannedFor: Date | undefined
  endReason: EndReason | undefined
  /** Set where several reports tell of the same damage. */
  incident: PublicIncident | undefined
  published: boolean
  /** Until when it is done, and on what that rests. */
  promise: KeptPromise | undefined
}

/** What a party sees in addition. */
export type PartyReport = PublicReport & {
  party: Party
  /** As it was sent. */
  originalText: string
  answers: Answers
  questions: Category['questions']
  /** Questions, answers and messages between the town and the parties, oldest first. */
  messages: readonly Message[]
  openQuestion: Message | undefined
  mayWithdraw: boolean
  /** From then on it may be deleted, as the parties were told. */
  deletedFrom: Date | undefined
  /** The address waits for its confirmation. */
  emailUnconfirmed: boolean
}

/** The staff's view. */
export type DeskReport = {
  case: Case & { unitName: string | undefined; assigneeName: string | undefined }
  state: ReportState
  category: Category
  place: ReportPlace
  originalText: string
  answers: Answers
  /** What a program said that no question asks for. */
  extra: Record<string, string>
  publicText: string
  channel: string
  observedAt: Date | undefined
  /** Why the clock that named `observedAt` cannot be right. */
  clockDoubt: ReturnType<typeof clockDoubt>
  photos: readonly CasePhoto[]
  timeline: readonly TimelineEntry[]
  messages: readonly Message[]
  openQuestion: Message | undefined
  /** The reporter and who left a name or an address, the first 200; empty without `report.contact`. */
  parties: readonly Party[]
  /** How many take part, whoever may see them, and how many of them left a name or an address. */
  partyCount: number
  contactCount: number
  assignments: readonly Assignment[]
  trace: RoutingTrace | undefined
  /** What it waits for, and who was told. */
  wait: WaitShown | undefined
  /** Objected to for the third time: the lead decides. */
  objection: WaitingObjection | undefined
  /** The person it is given to is away today. */
  away: CoverShown | undefined
  plannedFor: Date | undefined
  /** A day was promised to everybody. */
  promised: boolean
  endReason: EndReason | undefined
  /** Set where several reports tell of the same damage. */
  incident: DeskIncident | undefined
  /** Open and earlier reports within the category's radius or at the same asset, newest first. */
  near: readonly ReportNear[]
  /** What the actor may do now, from the state table. */
  verbs: readonly ReportVerb[]
  may: { work: boolean; route: boolean; reopen: boolean; moderate: boolean; contact: boolean; assign: boolean }
  /** Why a moderator should look before it is published. */
  findings: readonly string[]
  /** State of publication. */
  publication: 'published' | 'waiting' | 'hidden' | 'never'
}

export type ReportNear = Pick<
  Case,
  'id' | 'number' | 'title' | 'placeLabel' | 'state' | 'stage' | 'receivedAt' | 'closedAt' | 'incidentId'
> & {
  distanceM: number
  sameAsset: boolean
}

/** A row of the work list. */
export type DeskReportRow = Case & {
  unitName: string | undefined
  assigneeName: string | undefined
  category: CategoryLabel
}

/** A point of the map; `stage` gives its colour. */
export type ReportPoint = { number: string; title: string; lat: number; lon: number; stage: Case['stage']; icon: string; receivedAt: Date }
