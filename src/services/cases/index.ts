export { accessCookie, partyFromCookie } from './access.ts'
export {
  type Assignment,
  type Audience,
  type Case,
  type CasePhoto,
  type Message,
  type MessageKind,
  type Party,
  type PartyKeys,
  type PartyRole,
  type PhotoRole,
  type Priority,
  priorities,
  type TimelineEntry,
} from './case.rules.ts'
export { caseById, caseByNumber, workingUnits } from './case.sql.ts'
export { deskCases, deskCounts, neighboursOf } from './desk-list.sql.ts'
export {
  type Bounds,
  type Count,
  type DeskCase,
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
} from './list.rules.ts'
export { newNumber, readCode, readNumber, showCode } from './number.rules.ts'
export { partyByCode, partyBySecret } from './party.verbs.ts'
export { casesOfPerson, publicCases, publicCount } from './public-list.sql.ts'
export { removeFilter, type SavedFilter, savedFilters, saveFilter } from './saved-filter.verbs.ts'
export { timelineOf } from './timeline.ts'
