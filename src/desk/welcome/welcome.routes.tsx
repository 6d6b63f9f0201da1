import { get } from '#platform/http/route.ts'
import { reportCards, reportFigures, reportTags, settledWithPhotos } from '#services/reports/index.ts'
import { WelcomePage } from './welcome.view.tsx'

const openStages = ['received', 'accepted', 'inProgress', 'yourTurn'] as const

export const welcomeRoutes = [
  get('/', {
    may: 'everyone',
    audience: 'public',
    summary: 'What is happening in town today',
    cache: reportTags,
    show: async (ctx) => {
      const newest = await reportCards(ctx, { stages: openStages }, { limit: 6 })
      const settled = await settledWithPhotos(ctx, 3)
      return <WelcomePage town={ctx.town.name} newest={newest.items} settled={settled} figures={await reportFigures(ctx, ctx.now())} />
    },
  }),
]
