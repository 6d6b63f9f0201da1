import type { Who } from './workflow.rules.ts'

/** What the proof has to know of the town. */
export type Town = {
  roles: readonly string[]
  /** Codes of its departments and teams. */
  units: readonly string[]
  /** Keys of its templates for letters. */
  letters: readonly string[]
  /** Persons who could be meant, by id; of the unit that has a case, those of the unit that gets these cases. */
  holders: (who: Who) => readonly string[]
}

export const faults = [
  'noStart',
  'noEnd',
  'unknownState',
  'unknownStep',
  'unknownOpinion',
  'unknownDeadline',
  'unknownRole',
  'unknownUnit',
  'doubledKey',
  'missingTranslation',
  'deadEnd',
  'unreachable',
  'nobodyResponsible',
  'responsibleCannotAct',
  'nobodyForStep',
  'neverTaken',
  'waitsForever',
  'timeOutNowhere',
  'nowhereBack',
  'oneAloneCouldDoBoth',
  'guardNeverMet',
  'reasonsMissing',
  'outcomesMissing',
  'letterUnnamed',
  'letterUnknown',
  'lawUnnamed',
] as const
export type Fault = (typeof faults)[number]

/** `at` is the place: `states.inReview`, `steps.approve`. */
export type Finding = { fault: Fault; at: string; what: string }

export type Tell = (fault: Fault, at: string, what?: string) => void
