import { dayIn } from '#platform/calendar/day.ts'
import { get } from '#platform/http/route.ts'
import { kept } from '#platform/kept.ts'
import { FIGURES_TAG, monthFigures, type ReportCard, reportCards, reportTags, settledWithPhotos } from '#services/reports/index.ts'
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
    cache: (town) => [...reportTags(town), `${town}:${FIGURES_TAG}`],
    show: async (ctx) => {
      const month = dayIn(ctx.now(), ctx.town.timeZone).slice(0, 7)
      const [{ items }, settled, figures] = await Promise.all([
        kept(ctx, 'report', 'newest open ones', () => reportCards(ctx, { stages: openStages }, { limit: 24 })),
        kept(ctx, 'report', 'settled with photos', () => settledWithPhotos(ctx, 3)),
        kept(ctx, FIGURES_TAG, `figures of ${month}`, () => monthFigures(ctx, month)),
      ])
      return <WelcomePage town={ctx.town.name} open={items} newest={withPhotosFirst(items)} settled={settled} figures={figures} />
    },
  }),
]
