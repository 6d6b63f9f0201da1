import type { District } from '#core/places/index.ts'
import { districtsOf } from '#core/places/index.ts'
import { type Ctx, may } from '#platform/context.ts'
import {
  coveredToday,
  type DeskCounts,
  type DeskFilter,
  type DeskTab,
  deskCounts,
  namesOf,
  neighboursOf,
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
import { staffUnits } from '../home/index.ts'
import { allRows } from './all-rows.ts'
import { pageOf, sortOf } from './list-address.rules.ts'
import type { ListShown } from './list-shown.ts'
import { filterOf, type ListFilter, type ListQuery, reportList } from './list-view.rules.ts'

export type DeskRights = { work: boolean; route: boolean; moderate: boolean; reopen: boolean }

export type WorkList = ListShown<ListQuery, DeskReportRow> & {
  counts: DeskCounts
  groups: readonly CategoryGroup[]
  categories: readonly Category[]
  districts: readonly District[]
  /** Units whose reports the person may work on; all for those who route. */
  ownUnits: ReadonlySet<string>
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
    savedFilters(ctx, 'report'),
    workingUnits(ctx),
    coveredToday(ctx),
  ])
  const names = [...(await namesOf(ctx, 'core.person', covered)).values()]
  const own = { covered: names, ownUnits: new Set(ownUnits), may: rightsOf(ctx), mayShare: ctx.actor.unitIds.length > 0 }
  const here = { address: reportList, query, tab, sort: sortOf(query, tab) }
  return { ...here, page, counts, groups, categories: all, districts, units, people, saved, ...own }
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

/** The whole list as it is filtered, for the export. */
export async function allReports(ctx: Ctx, query: ListQuery): Promise<DeskReportRow[]> {
  const tab = tabOf(ctx, query)
  const filter = filterFor(ctx, query, await categories(ctx, { closed: true }))
  return await allRows(sortOf(query, tab), (page) => deskReports(ctx, filter, page))
}
