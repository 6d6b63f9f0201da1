import { z } from 'zod'
import { get } from '#platform/http/route.ts'
import { readQuery, workList } from '../worklist/index.ts'
import { tourOf } from './tour.rules.ts'
import { stopsOf } from './tour.sql.ts'
import { TourPage } from './tour.view.tsx'

/** More is no tour of one day, and no longer one map. */
const MOST_STOPS = 50

/** The ticked reports (`n`), or without any the first of the list (`liste`, an address of the work list). */
const Query = z.object({ n: z.array(z.string().max(20)).default([]), liste: z.string().max(2000).default('') })

export const tourRoutes = [
  get('/amt/tour', {
    may: 'report.see',
    audience: 'staff',
    summary: 'A tour to the chosen reports, to print',
    query: Query,
    show: async (ctx, { query }) => {
      const numbers = query.n.length > 0 ? query.n : (await workList(ctx, readQuery(query.liste))).page.items.map(({ number }) => number)
      const stops = tourOf(await stopsOf(ctx, numbers.slice(0, MOST_STOPS)))
      return <TourPage stops={stops} left={Math.max(0, numbers.length - MOST_STOPS)} liste={query.liste} origin={ctx.town.origin} />
    },
  }),
]
