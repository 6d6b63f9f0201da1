import { z } from 'zod'
import { endReasons, noPhotoReasons, type ReportVerb, reportProcess } from './report.rules.ts'

const verbs = Object.keys(reportProcess.steps) as [ReportVerb, ...ReportVerb[]]

/** Why a unit hands a report on. */
export const handOnReasons = ['notOurs', 'otherUnit', 'noCapacity', 'needsDecision'] as const
/** Why a settled report is opened again. */
export const reopenReasons = ['notFixed', 'brokenAgain', 'endedByMistake'] as const

const version = z.coerce.number().int().positive().optional()

/** One step of staff. Which fields are needed says the state table; `date` is a day (`2026-05-12`). */
export const StepInput = z.object({
  number: z.string().max(20),
  verb: z.enum(verbs),
  /** Of the case that the form was made from. */
  version,
  /** For `end` one of endReasons, for `handOn` of handOnReasons, for `reopen` of reopenReasons. */
  reason: z.enum([...endReasons, ...handOnReasons, ...reopenReasons]).optional(),
  /** Read by the public, for `ask` by the parties, for internal steps by staff. */
  text: z.string().trim().max(4000).optional(),
  date: z.iso.date().optional(),
  unitId: z.uuid().optional(),
  photos: z.array(z.uuid()).max(5).default([]),
  noPhotoReason: z.enum(noPhotoReasons).optional(),
  /** For `ask` where several reports are one damage: the number of the one whose parties are asked; all without it. */
  to: z.string().max(20).optional(),
})
export type StepInput = z.input<typeof StepInput>

export type StepRefused =
  | 'unknown'
  | 'notAllowed'
  | 'notYourUnit'
  | 'changedMeanwhile'
  | 'wrongState'
  | 'reasonMissing'
  | 'reasonWrong'
  | 'textMissing'
  | 'proofMissing'
  | 'dateMissing'
  | 'datePast'
  | 'unitMissing'
  | 'unitUnknown'
  | 'noObjectionWaits'
  | 'inIncident'
  | 'noMember'
  | 'fileGone'
  | 'tooManyFiles'

/** What staff verbs give back. */
export type Worked = { caseId: string; number: string; state: string; version: number }
