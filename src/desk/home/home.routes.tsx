import { type Ctx, may } from '#platform/context.ts'
import { get } from '#platform/http/route.ts'
import { applicationCounts } from '#services/applications/index.ts'
import { deskCounts, dueTasks, workingUnits } from '#services/cases/index.ts'
import { countProposed, deskReports } from '#services/reports/index.ts'
import { wordsOf } from './event-words.ts'
import { type Desk, HomePage } from './home.view.tsx'
import { newsOf } from './news.sql.ts'

const NEXT = 7
const NEWS = 12
const MOST_CAUSES = 100

export const homeRoutes = [
  get('/amt', {
    may: 'report.see',
    audience: 'staff',
    summary: 'The staff’s desk',
    show: async (ctx) => <HomePage desk={await deskOf(ctx)} />,
  }),
]

/** What the person should look at: her own work first, else her unit's, for those without a unit the town's. */
async function deskOf(ctx: Ctx): Promise<Desk> {
  const counts = await deskCounts(ctx, 'report')
  const routes = may(ctx, 'report.route')
  const tab = counts.mine.count > 0 ? 'mine' : counts.team.count > 0 ? 'team' : 'open'
  const { items: next } = await deskReports(ctx, { tab }, { sort: 'due', limit: NEXT })
  const units = await workingUnits(ctx)
  const news = await newsOf(ctx, routes || units.length === 0 ? undefined : units, NEWS)
  return {
    counts,
    applications: may(ctx, 'application.see') ? await applicationCounts(ctx) : undefined,
    tasks: await dueTasks(ctx),
    causes: routes && units.length > 0 ? await countProposed(ctx, units, MOST_CAUSES) : 0,
    nextTab: tab,
    next,
    news,
    words: await wordsOf(ctx, news),
    may: {
      work: may(ctx, 'report.work'),
      route: routes,
      moderate: may(ctx, 'report.moderate'),
      memory: may(ctx, 'memory.see'),
      texts: may(ctx, 'textBlock.write'),
    },
    name: ctx.actor.name ?? '',
  }
}
