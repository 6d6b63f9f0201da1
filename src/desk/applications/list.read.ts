import type { Ctx } from '#platform/context.ts'
import { may } from '#platform/context.ts'
import {
  type ApplicationCounts,
  type ApplicationRow,
  type ApplicationTab,
  applicationCounts,
  applicationNeighbours,
  deskApplications,
  SEE_ALL,
  SEE_FIGURES,
  servicesApplied,
} from '#services/applications/index.ts'
import { coveredToday, namesOf, savedFilters, workersOf, workingUnits } from '#services/cases/index.ts'
import { staffUnits } from '../home/index.ts'
import { allRows, type ListShown, pageOf, sortOf } from '../worklist/index.ts'
import { applicationAddress, filterOf, type ListQuery } from './list-query.rules.ts'

/** Units to filter by: all for those who see all, else the own ones. */
export type ApplicationList = ListShown<ListQuery, ApplicationRow> & {
  counts: ApplicationCounts
  services: readonly { id: string; name: { de: string; en: string } }[]
  mayWork: boolean
  maySeeFigures: boolean
}

const ROWS = 50

/** Who belongs to a unit sees what is open there; who sees all and belongs to none, what is open in town. */
const tabOf = (ctx: Ctx, query: ListQuery): ApplicationTab => query.ansicht ?? (ctx.actor.unitIds.length > 0 ? 'team' : 'open')

export async function applicationList(ctx: Ctx, query: ListQuery): Promise<ApplicationList> {
  const tab = tabOf(ctx, query)
  const [page, counts, services, units, own, covered, saved] = await Promise.all([
    deskApplications(ctx, filterOf(query, tab, ctx.town.timeZone), pageOf(query, tab, ROWS)),
    applicationCounts(ctx),
    servicesApplied(ctx),
    staffUnits(ctx),
    workingUnits(ctx),
    coveredToday(ctx),
    savedFilters(ctx, 'application'),
  ])
  const seen = may(ctx, SEE_ALL) ? units : units.filter(({ id }) => own.includes(id))
  const people = await workersOf(
    ctx,
    seen.map(({ id }) => id),
  )
  const names = [...(await namesOf(ctx, 'core.person', covered)).values()]
  const here = { address: applicationAddress, query, tab, sort: sortOf(query, tab) }
  const rights = { mayShare: ctx.actor.unitIds.length > 0, mayWork: may(ctx, 'application.work'), maySeeFigures: may(ctx, SEE_FIGURES) }
  return { ...here, ...rights, page, counts, services, units: seen, people, saved, covered: names }
}

/** The applications before and after this one in the list that somebody came from. */
export async function neighboursIn(ctx: Ctx, query: ListQuery, caseId: string) {
  const tab = tabOf(ctx, query)
  return await applicationNeighbours(ctx, filterOf(query, tab, ctx.town.timeZone), sortOf(query, tab), caseId)
}

/** The whole list as it is filtered, for the export. */
export async function allApplications(ctx: Ctx, query: ListQuery): Promise<ApplicationRow[]> {
  const tab = tabOf(ctx, query)
  const filter = filterOf(query, tab, ctx.town.timeZone)
  return await allRows(sortOf(query, tab), (page) => deskApplications(ctx, filter, page))
}
