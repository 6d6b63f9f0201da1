export { accessCookie, partyFromCookie } from './access.ts'
export {
  type Assignment,
  type Audience,
  type Case,
  type CasePhoto,
  type Message,
  type Party,
  type PartyRole,
  type PhotoFile,
  type Priority,
  priorities,
  type TimelineEntry,
} from './case.rules.ts'
export { caseById, caseByNumber, casesById, casesNumbered } from './case.sql.ts'
export {
  absencesOf,
  CoverInput,
  type CoverShown,
  coverable,
  ENTER_COVER,
  endCover,
  enterCover,
  MANAGE_COVER,
  myCovers,
  possibleDeputies,
} from './cover/cover.verbs.ts'
export { coveredToday, withDeputies } from './cover/stand-in.ts'
export { deskCases, deskCounts, neighboursOf } from './desk-list.sql.ts'
export {
  type Bounds,
  type Count,
  type DeskCounts,
  type DeskFilter,
  type DeskSort,
  type DeskTab,
  deskTabs,
  type PageAsked,
  type PageOf,
  type PublicCase,
  type PublicFilter,
  type PublicSort,
  type SavedFilter,
} from './list.rules.ts'
export { readNumber, showCode } from './number.rules.ts'
export { partyByCode, partyBySecret } from './party.verbs.ts'
export { partyPageOf, registerPartyPage } from './party-page.ts'
export { photoFor, photosOfAll } from './photo.ts'
export { casesOfPerson, newestPoints, type PageOfPerson, publicCases, publicCount } from './public-list.sql.ts'
export { comingDeletions } from './retention/coming.sql.ts'
export { countDue, type DueCount } from './retention/due.sql.ts'
export { type LegalHold, openHold, openHolds } from './retention/hold.sql.ts'
export { retentionRules } from './retention/kinds.ts'
export { type DeletionRecord, deletionRecords } from './retention/record.sql.ts'
export {
  checkOrder,
  type RetentionDays,
  type RetentionRule,
  type RetentionStep,
  RuleInput,
  retentionSteps,
} from './retention/retention.rules.ts'
export {
  changeRule,
  HOLD_CASES,
  HoldInput,
  holdCase,
  MANAGE_RETENTION,
  releaseCase,
  SEE_RETENTION,
  startRun,
} from './retention/retention.verbs.ts'
export { lastRuns, type RetentionRun } from './retention/run.sql.ts'
export { removeFilter, savedFilters, saveFilter } from './saved-filter.verbs.ts'
export { registerSight, seesCase } from './sight.ts'
export { caseTasks, dueTasks, type Named, type TaskSheet, taskList, taskSheet } from './tasks/task.read.ts'
export { type CaseTask, TaskInput, urgencies, urgencyOf } from './tasks/task.rules.ts'
export type { ListedTask } from './tasks/task.sql.ts'
export { addTask, editTask, tickTask } from './tasks/task.verbs.ts'
export { seedTextBlocks } from './text-blocks/demo.ts'
export {
  appended,
  emptyVariables,
  fillIn,
  fits,
  type TextBlock,
  TextBlockInput,
  type TextBlockStep,
  textBlockSteps,
  unknownVariables,
  type Values,
  type Variable,
  variables,
} from './text-blocks/text-block.rules.ts'
export { localeOfReporter, textBlockBy, textBlocks } from './text-blocks/text-block.sql.ts'
export {
  closeTextBlock,
  MANAGE_TEXT_BLOCKS,
  mayWriteFor,
  saveTextBlock,
  textBlockEvents,
  WRITE_TEXT_BLOCKS,
} from './text-blocks/text-block.verbs.ts'
export { timelineOf } from './timeline.ts'
export { type Holder, headsOf, holdersOf, membersOf, namesOf, unitBy, workersOf, workingUnits } from './unit.sql.ts'
