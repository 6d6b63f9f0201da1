export { categories, categoryBy, categoryGroups } from './catalogue.sql.ts'
export { closeCategory, orderCategory, orderGroup, removeGroup, saveCategory, saveGroup } from './catalogue.verbs.ts'
export {
  type Answers,
  type AnswerValue,
  Bilingual,
  type Category,
  type CategoryGroup,
  CategoryInput,
  EmergencyNumber,
  GroupInput,
  type Proof,
  type PublishMode,
  proofs,
  publishModes,
  Question,
  QuestionOption,
} from './category.rules.ts'
export { seedCity } from './demo/city.sql.ts'
export { seedReports } from './demo/seed.ts'
export { demoReportTexts } from './demo/texts.ts'
export { type Figures, reportFigures } from './figures.sql.ts'
export { type Joined, JoinInput, joinReport, leaveReport, SubscribeInput, subscribeToReport } from './join.verbs.ts'
export { hideReport, moveReport, publishReport, recategorise, rewordReport } from './moderation.verbs.ts'
export { reportTags } from './pages/cache-tags.ts'
export { MyReportView } from './pages/my-report.view.tsx'
export { ReportCardView, SettledCardView } from './pages/report-card.view.tsx'
export { answerQuestion, confirmEmail, withdrawReport, writeToTown } from './party.verbs.ts'
export { PlaceChoice, type RoadOwner, roadOwners } from './place.rules.ts'
export { type Proposal, proposeCategories } from './proposal.rules.ts'
export { deskReport, partyReport, publicReport } from './report.detail.ts'
export { deskReports, myReports, type ReportFilter, reportCards, reportPoints, settledWithPhotos } from './report.list.ts'
export {
  type EndReason,
  endReasons,
  type NoPhotoReason,
  noPhotoReasons,
  type ReportState,
  type ReportVerb,
  reportProcess,
} from './report.rules.ts'
export type {
  CategoryLabel,
  DeskReport,
  DeskReportRow,
  PartyReport,
  PublicReport,
  ReportCard,
  ReportNear,
  ReportPlace,
  ReportPoint,
} from './report.view.rules.ts'
export { type Routed, type RoutingFacts, type RoutingLevel, type RoutingRule, type RoutingTrace, route } from './route.rules.ts'
export { closeRoutingRule, orderRoutingRule, RoutingRuleInput, routingRules, saveRoutingRule, tryRouting } from './routing.verbs.ts'
export { AnswerValue as AnswerInput, ReportInput, type SendRefusal, type Sent } from './send.rules.ts'
export { sendReport } from './send.verbs.ts'
export { similarReports } from './similar.ts'
export { JOIN_FROM, SHOWN_FROM, type Similar } from './similarity.rules.ts'
export { takeStep } from './step.verbs.ts'
export { handOnReasons, reopenReasons, StepInput, type StepRefused, type Worked } from './work.rules.ts'
export { addNote, assignTo, possibleAssignees, sayInPublic, setPriority, writeToParties } from './work.verbs.ts'
