import { get } from '#platform/http/route.ts'
import { myApplications, myDrafts } from '#services/applications/index.ts'
import { myReports } from '#services/reports/index.ts'
import { MinePage } from './mine.view.tsx'

export const mineRoutes = [
  get('/mein', {
    may: 'signedIn',
    audience: 'internal',
    show: async (ctx) => {
      const { personId, name = '' } = ctx.actor
      const reports = await myReports(ctx, ['reporter', 'supporter', 'subscriber'], { limit: 12 })
      const drafts = personId ? await myDrafts(ctx, personId, 6) : []
      const applications = personId ? (await myApplications(ctx, personId, { limit: 12 })).items : []
      return <MinePage {...{ name, drafts, applications }} reports={reports.items} />
    },
  }),
]
