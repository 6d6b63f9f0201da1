import type { District } from '#core/places/index.ts'
import { districtsOf } from '#core/places/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import {
  coveredToday,
  type DeskCounts,
  type DeskFilter,
  type DeskSort,
  type DeskTab,
  deskCounts,
  type Holder,
  namesOf,
  neighboursOf,
  type PageOf,
  type SavedFilter,
  savedFilters,
  workingUnits,
} from '#services/cases/index.ts'
import {
  type Category,
  type CategoryGroup,
  categories,
  categoryGroups,
  type DeskReportRow,
  deskReports,
  possibleWorkers,
} from '#services/reports/index.ts'
import { type StaffUnit, staffUnits } from '../home/index.ts'
import { filterOf, type ListFilter, type ListQuery, pageOf, sortOf } from './list-view.rules.ts'

export type DeskRights = { work: boolean; route: boolean; moderate: boolean; reopen: boolean; share: boolean }

export type WorkList = {
  query: ListQuery
  tab: DeskTab
  sort: DeskSort
  page: PageOf<DeskReportRow>
  counts: DeskCounts
  groups: readonly CategoryGroup[]
  categories: readonly Category[]
  districts: readonly District[]
  units: readonly StaffUnit[]
  people: readonly Holder[]
  saved: readonly SavedFilter[]
  /** Units whose reports the person may work on; all for those who route. */
  ownUnits: ReadonlySet<string>
  /** Names of those whom the person covers today. */
  covered: readonly string[]
  may: DeskRights
}

const ROWS = 50

/** Those who route see what is open in town; everybody else what is open in the own units. */
export const tabOf = (ctx: Ctx, query: ListQuery): DeskTab =>
  query.ansicht ?? (may(ctx, 'report.route') || ctx.actor.unitIds.length === 0 ? 'open' : 'team')

export const rightsOf = (ctx: Ctx): DeskRights => ({
  work: may(ctx, 'report.work'),
  route: may(ctx, 'report.route'),
  moderate: may(ctx, 'report.moderate'),
  reopen: may(ctx, 'report.reopen'),
  share: ctx.actor.unitIds.length > 0,
})

const filterFor = (ctx: Ctx, query: ListQuery, all: readonly Category[]): ListFilter =>
  filterOf(query, tabOf(ctx, query), ctx.town.timeZone, (group) => all.filter(({ groupCode }) => groupCode === group).map(({ id }) => id))

export async function workList(ctx: Ctx, query: ListQuery): Promise<WorkList> {
  const tab = tabOf(ctx, query)
  const all = await categories(ctx, { closed: true })
  // Asked together: they leave in one piece.
  const [page, counts, groups, districts, units, people, saved, ownUnits, covered] = await Promise.all([
    deskReports(ctx, filterFor(ctx, query, all), pageOf(query, tab, ROWS)),
    deskCounts(ctx, 'report'),
    categoryGroups(ctx),
    districtsOf(ctx),
    staffUnits(ctx),
    possibleWorkers(ctx),
    savedFilters(ctx),
    workingUnits(ctx),
    coveredToday(ctx),
  ])
  const names = [...(await namesOf(ctx, 'core.person', covered)).values()]
  const own = { covered: names, ownUnits: new Set(ownUnits), may: rightsOf(ctx) }
  return { query, tab, sort: sortOf(query, tab), page, counts, groups, categories: all, districts, units, people, saved, ...own }
}

/** The reports before and after this one in the list that somebody came from. */
export async function neighboursIn(
  ctx: Ctx,
  query: ListQuery,
  caseId: string,
): Promise<{ previous: string | undefined; next: string | undefined }> {
  const tab = tabOf(ctx, query)
  const filter: DeskFilter = { ...filterFor(ctx, query, await categories(ctx, { closed: true })), kind: 'report' }
  return await neighboursOf(ctx, filter, sortOf(query, tab), caseId)
}

const EXPORT_ROWS = 5000
const EXPORT_PAGE = 200

/** The whole list as it is filtered, for the export; at most 5,000 rows. */
export async function allRows(ctx: Ctx, query: ListQuery): Promise<{ rows: DeskReportRow[]; more: boolean }> {
  const tab = tabOf(ctx, query)
  const filter = filterFor(ctx, query, await categories(ctx, { closed: true }))
  const rows: DeskReportRow[] = []
  let after: string | undefined
  do {
    const page = await deskReports(ctx, filter, { sort: sortOf(query, tab), after, limit: EXPORT_PAGE })
    rows.push(...page.items)
    after = page.next
  } while (after && rows.length < EXPORT_ROWS)
  return { rows, more: after !== undefined }
}
