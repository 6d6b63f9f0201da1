import { z } from 'zod'
import { get } from '#platform/http/route.ts'
import { MOST_DRAFTS } from '../draft.rules.ts'
import { myApplications, myDrafts } from './mine.read.ts'
import { MinePage, NobodyPage } from './mine.view.tsx'

const cursor = z.string().max(200).optional().catch(undefined)

export const mineRoutes = [
  get('/antraege', {
    may: 'everyone',
    audience: 'internal',
    query: z.object({ nach: cursor, vor: cursor }),
    show: async (ctx, { query }) => {
      const { personId } = ctx.actor
      if (!personId) return <NobodyPage />
      const drafts = await myDrafts(ctx, personId, MOST_DRAFTS)
      const sent = await myApplications(ctx, personId, { after: query.nach, before: query.vor, limit: 24 })
      return <MinePage drafts={drafts} sent={sent} isFirst={!query.nach && !query.vor} />
    },
  }),
]
