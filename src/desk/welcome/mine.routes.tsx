import { get } from '#platform/http/route.ts'
import { myReports } from '#services/reports/index.ts'
import { MinePage } from './mine.view.tsx'

export const mineRoutes = [
  get('/mein', {
    may: 'signedIn',
    audience: 'internal',
    show: async (ctx) => {
      const { items } = await myReports(ctx, ['reporter', 'supporter', 'subscriber'], { limit: 12 })
      return <MinePage name={ctx.actor.name ?? ''} reports={items} />
    },
  }),
]
