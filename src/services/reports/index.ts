export { categories, categoryBy, categoryGroups } from './catalogue.sql.ts'
export { closeCategory, orderCategory, orderGroup, removeGroup, saveCategory, saveGroup } from './catalogue.verbs.ts'
export {
  type Answers,
  type Category,
  type CategoryGroup,
  CategoryInput,
  GroupInput,
  proofs,
  publishModes,
  Question,
} from './category.rules.ts'
export { seedCity } from './demo/city.sql.ts'
export { seedRetention } from './demo/seed.retention.ts'
export { seedReports } from './demo/seed.ts'
export { demoReportTexts } from './demo/texts.ts'
export { endsByLook } from './escalation/ladder.rules.ts'
export { lookAt } from './escalation/look.verbs.ts'
export { isExchangePlace, receivedReport, reportsForExchange, reportsNumbered, reportToWorkOn } from './exchange/exchange.read.ts'
export type { Exchanged } from './exchange/exchange.rules.ts'
export { type Update, updatesForExchange } from './exchange/updates.read.ts'
export { noteToldUpdate } from './exchange/updates.sql.ts'
export { reportExports } from './export.ts'
export { type MonthFigures, monthFigures } from './figures/overview.ts'
export { FIGURES_TAG } from './figures/refresh.ts'
export { categoryFor, type Found, unknownCodes } from './import/categories.ts'
export type { Foreign } from './import/foreign.rules.ts'
export { type Refusals, refusalsOf } from './import/import.sql.ts'
export { beginRun, noteRun, runOf } from './import/run.sql.ts'
export { takeOver } from './import/take-over.ts'
export { IncidentMark, ToWhom } from './incident/mark.view.tsx'
export { joinReport, leaveReport, subscribeToReport } from './join.verbs.ts'
export {
  allBlocks,
  type Block,
  type Blockable,
  BlockInput,
  blockDays,
  blockSender,
  blocksOf,
  liftBlock,
  senderWays,
} from './moderation/block.verbs.ts'
export { differences } from './moderation/diff.rules.ts'
export { blackOut, type ModeratedPhoto, moderatedPhoto, showPhoto } from './moderation/photo.verbs.ts'
export { type PublicText, publicTexts } from './moderation/public-text.sql.ts'
export { ModerationReason, moderationReasons } from './moderation/reason.rules.ts'
export { hideReport, moveReport, publishReport, recategorise, rewordReport } from './moderation.verbs.ts'
export { reportTags } from './pages/cache-tags.ts'
export { CategoryIcon } from './pages/category-icon.view.tsx'
export { MyReportView } from './pages/my-report.view.tsx'
export { ReportCardView, SettledCardView } from './pages/report-card.view.tsx'
export { answerQuestion, confirmEmail, withdrawReport } from './party.verbs.ts'
export { findingsAt, withoutFindings } from './personal.rules.ts'
export { PlaceChoice, roadOwners } from './place.rules.ts'

export { deskReport, partyReport, publicReport } from './report.detail.ts'
export { deskReports, myReports, reportCards, settledWithPhotos } from './report.list.ts'
export {
  endReasons,
  noPhotoReasons,
  type ReportState,
  type ReportVerb,
  reportProcess,
  staffEndReasons,
} from './report.rules.ts'
export type {
  DeskReport,
  DeskReportRow,
  ReportCard,
} from './report.view.rules.ts'
export { countProposed } from './rootcause/root-cause.sql.ts'
export type { Routed, RoutingRule } from './route.rules.ts'
export type { RuleChange } from './routing/diff.rules.ts'
export { decideDraft, discardDraft, startDraft, takeBackVersion } from './routing/draft.verbs.ts'
export type { Counted } from './routing/replay.rules.ts'
export { cancelReplay, type ReplayShown, replayShown, startReplay } from './routing/replay.verbs.ts'
export { draftSheet, type VersionList, type VersionSheet, type VersionShown, versionList, versionSheet } from './routing/version.read.ts'
export type { KeptRule } from './routing.sql.ts'
export { closeRoutingRule, orderRoutingRule, RoutingRuleInput, saveRoutingRule, tryRouting } from './routing.verbs.ts'
export { ReportInput, type Sent } from './send.rules.ts'
export { sendReport } from './send.verbs.ts'
export { takeStep } from './step.verbs.ts'
export { handOnReasons, reopenReasons, StepInput, type Worked } from './work.rules.ts'
export { addNote, assignTo, possibleAssignees, possibleWorkers, sayInPublic, setPriority, writeToParties } from './work.verbs.ts'
export { type WorkSheet, workSheets } from './work-sheets.ts'
