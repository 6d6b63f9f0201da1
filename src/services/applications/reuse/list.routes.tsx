import { z } from 'zod'
import { get } from '#platform/http/route.ts'
import { ReusePage } from './list.view.tsx'
import { reusesOfPerson } from './reuse.sql.ts'

const ROWS = 50

export const reuseRoutes = [
  get('/antraege/uebernommen', {
    may: 'signedIn',
    audience: 'internal',
    query: z.object({ nach: z.uuid().optional().catch(undefined) }),
    show: async (ctx, { query: { nach } }) => {
      // Who is known in another town of the installation is nobody here yet.
      const { personId } = ctx.actor
      const all = personId ? await reusesOfPerson(ctx, personId, { after: nach, limit: ROWS + 1 }) : []
      return <ReusePage reuses={all.slice(0, ROWS)} next={all.length > ROWS ? all[ROWS - 1]?.id : undefined} isFirst={!nach} />
    },
  }),
]
