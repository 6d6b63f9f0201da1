import { districtsOf } from '#core/places/index.ts'
import { get } from '#platform/http/route.ts'
import { kept } from '#platform/kept.ts'
import { publicCount } from '../../cases/index.ts'
import { categories, categoryGroups } from '../catalogue.sql.ts'
import { reportCards } from '../report.list.ts'
import { reportProcess } from '../report.rules.ts'
import { reportTags } from './cache-tags.ts'
import { filterOf, ListQuery, sortOf, stageFilters } from './list-query.ts'
import { ReportListPage } from './report-list.view.tsx'

const PAGE = 20

/** The few views that most people open, the first page of a stage in either order: read once until a report changes. */
function plainView({ stand, sort, ...narrower }: ListQuery): string | undefined {
  if (Object.values(narrower).some((value) => value !== undefined && value !== '')) return undefined
  if (stand && !stageFilters.has(stand)) return undefined
  return `${stand ?? ''} ${sort ?? ''}`
}

export const listRoutes = [
  get('/meldungen', {
    may: 'everyone',
    audience: 'public',
    summary: 'All public reports of damage, with filters',
    query: ListQuery,
    cache: reportTags,
    show: async (ctx, { query }) => {
      const known = { categories: await categories(ctx, { closed: true }), districts: await districtsOf(ctx), now: ctx.now() }
      const filter = filterOf(query, known)
      const read = async () => {
        const list = await reportCards(ctx, filter, { sort: sortOf(query), after: query.nach, before: query.vor, limit: PAGE })
        const all = !query.nach && !query.vor && !list.next
        const count = all ? { count: list.items.length, more: false } : await publicCount(ctx, { ...filter, kind: reportProcess.kind })
        return [list, count] as const
      }
      const view = plainView(query)
      const [list, count] = view === undefined ? await read() : await kept(ctx, 'report', `list ${view}`, read)
      return <ReportListPage query={query} list={list} count={count} {...known} groups={await categoryGroups(ctx)} />
    },
  }),
]
