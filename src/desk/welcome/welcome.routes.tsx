import { get } from '#platform/http/route.ts'
import { kept, keptAMinute } from '#platform/kept.ts'
import { type ReportCard, reportCards, reportFigures, reportTags, settledWithPhotos } from '#services/reports/index.ts'
import { WelcomePage } from './welcome.view.tsx'

const openStages = ['received', 'accepted', 'inProgress', 'yourTurn'] as const

/** The newest that have a picture; others only where these are too few. */
const withPhotosFirst = (reports: readonly ReportCard[]): ReportCard[] =>
  [...reports.filter(({ photo }) => photo), ...reports.filter(({ photo }) => !photo)].slice(0, 6)

export const welcomeRoutes = [
  get('/', {
    may: 'everyone',
    audience: 'public',
    summary: 'What is happening in town today',
    cache: reportTags,
    show: async (ctx) => {
      const [{ items }, settled, figures] = await Promise.all([
        kept(ctx, 'report', 'newest open ones', () => reportCards(ctx, { stages: openStages }, { limit: 24 })),
        kept(ctx, 'report', 'settled with photos', () => settledWithPhotos(ctx, 3)),
        keptAMinute(ctx, 'reports', () => reportFigures(ctx, ctx.now())),
      ])
      return <WelcomePage town={ctx.town.name} open={items} newest={withPhotosFirst(items)} settled={settled} figures={figures} />
    },
  }),
]
