import { get } from '#platform/http/route.ts'
import { myApplications, myDrafts } from '#services/applications/index.ts'
import { myReports } from '#services/reports/index.ts'
import { MinePage } from './mine.view.tsx'

const NEWEST = 12

/** What waits for her, also where newer ones fill the page. */
async function asked<T extends { stage: string }>(
  { items, next }: { items: readonly T[]; next: unknown },
  all: () => Promise<{ items: readonly T[] }>,
): Promise<readonly T[]> {
  return next ? (await all()).items : items.filter(({ stage }) => stage === 'yourTurn')
}

export const mineRoutes = [
  get('/mein', {
    may: 'signedIn',
    audience: 'internal',
    show: async (ctx) => {
      const { personId, name = '' } = ctx.actor
      const reports = await myReports(ctx, ['reporter', 'supporter', 'subscriber'], { limit: NEWEST })
      const askedReports = await asked(reports, () => myReports(ctx, ['reporter'], { limit: NEWEST, stage: 'yourTurn' }))
      const drafts = personId ? await myDrafts(ctx, personId, 6) : []
      const mine = async (stage?: 'yourTurn') =>
        personId ? await myApplications(ctx, personId, { limit: NEWEST, ...(stage ? { stage } : {}) }) : { items: [], next: undefined }
      const applications = await mine()
      const askedApplications = await asked(applications, () => mine('yourTurn'))
      return (
        <MinePage
          {...{ name, drafts }}
          applications={applications.items}
          reports={reports.items}
          asked={{ applications: askedApplications, reports: askedReports }}
        />
      )
    },
  }),
]
