import { z } from 'zod'
import { get } from '#platform/http/route.ts'
import { myReports } from '../report.list.ts'
import { MyReportsPage } from './mine.view.tsx'

const roles = { gemeldet: ['reporter'], dabei: ['supporter', 'subscriber'] } as const
export type Mine = keyof typeof roles

export const mineRoutes = [
  get('/mein/meldungen', {
    may: 'signedIn',
    audience: 'internal',
    query: z.object({
      was: z.enum(['gemeldet', 'dabei']).default('gemeldet').catch('gemeldet'),
      nach: z.string().max(200).optional().catch(undefined),
      vor: z.string().max(200).optional().catch(undefined),
    }),
    show: async (ctx, { query }) => {
      const list = await myReports(ctx, roles[query.was], { after: query.nach, before: query.vor, limit: 24 })
      return <MyReportsPage mine={query.was} list={list} />
    },
  }),
]
