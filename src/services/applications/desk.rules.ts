import type { StoredFile } from '#core/files/index.ts'
import type { Case, Message, Party, TimelineEntry } from '../cases/index.ts'
import type { AnsweredPage } from '../forms/index.ts'
import type { LetterShown } from '../letters/index.ts'
import type { Guard, Workflow, WorkflowStep } from '../workflows/workflow.rules.ts'
import type { Application } from './application.sql.ts'
import type { Decision } from './decision.sql.ts'
import type { AskedOpinion } from './opinion.sql.ts'

type Words = { de: string; en: string }

/** A step that leads on from here, with what keeps it from being taken; `mine` for who looks. */
export type OfferedStep = { step: WorkflowStep; unmet: readonly Guard[]; mine: boolean }

export type SentShown = {
  id: string
  receiptNumber: string
  sentAt: Date
  trust: string
  channel: string
  answers: readonly AnsweredPage[]
  /** Who signed it when and how, where more than one had to. */
  signed: readonly { label: string; value: string }[]
}

export type OpinionShown = AskedOpinion & {
  words: Words | undefined
  unitName: string
  givenByName: string | undefined
  text: string | undefined
  /** Who looks may give it now. */
  mine: boolean
}

export type DecisionShown = Decision & {
  outcomeWords: Words | undefined
  draftedByName: string | undefined
  approvedByName: string | undefined
}

export type DeadlineShown = { key: string; words: Words; law: string; endsAt: Date }

/** Everything that the staff knows of one application. */
export type DeskApplication = {
  case: Case & { unitName: string | undefined; assigneeName: string | undefined }
  service: Words
  application: Application
  workflow: Workflow
  stateWords: Words
  steps: readonly OfferedStep[]
  /** What the steps from here want and what of it is there. */
  sent: readonly SentShown[]
  files: readonly StoredFile[]
  parties: readonly Party[]
  timeline: readonly TimelineEntry[]
  messages: readonly Message[]
  openQuestion: Message | undefined
  opinions: readonly OpinionShown[]
  decisions: readonly DecisionShown[]
  deadlines: readonly DeadlineShown[]
  letters: readonly LetterShown[]
  may: { work: boolean; opinion: boolean; letter: boolean }
}
