export { AskOpinionInput, askOpinion } from './ask-opinion.verbs.ts'
export { assignApplication, handOnApplication, possibleHandlers } from './assign.verbs.ts'
export { seedManyApplications } from './demo/city.sql.ts'
export { seedOnlineServices } from './demo/seed.ts'
export { seedApplications } from './demo/seed-cases.ts'
export { seedFigures } from './demo/seed-left.ts'
export { deskApplication } from './desk.read.ts'
export type { DeskApplication, OfferedStep, OpinionShown, SentShown } from './desk.rules.ts'
export { deskApplications } from './desk-list.read.ts'
export {
  type ApplicationCounts,
  type ApplicationFilter,
  type ApplicationRow,
  type ApplicationTab,
  applicationTabs,
} from './desk-list.rules.ts'
export { applicationCounts, applicationNeighbours, servicesApplied } from './desk-list.sql.ts'
export { applicationExports } from './export.ts'
export { lastYear, SEE_FIGURES, type Stopped, stoppedPages } from './figures/figures.read.ts'
export type { ServiceFigures } from './figures/figures.rules.ts'
export { channelsOf, type FiguresAsked, figuresBy } from './figures/figures.sql.ts'
export { fieldNameOf, handOverLetter, LetterInput, postLetters, rewriteLetter, writeLetter } from './letter.verbs.ts'
export { type LetterSheet, letterSheet } from './letter-sheet.read.ts'
export { type ChosenApplication, chosenApplications } from './many.read.ts'
export { objectionsAtDesk } from './objection/objection.read.ts'
export { verdicts } from './opinion.rules.ts'
export { giveOpinion, OpinionInput } from './opinion.verbs.ts'
export { type MyApplication, type MyDraft, myApplications, myDrafts } from './pages/mine.read.ts'
export { ApplicationCard, DraftCard } from './pages/mine-card.view.tsx'
export { SEE_ALL } from './rights.ts'
export { StepInput, takeStep } from './step.verbs.ts'
export { addNote, writeToApplicant } from './word.verbs.ts'
