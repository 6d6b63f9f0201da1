import { z } from 'zod'
import { districtsOf } from '#core/places/index.ts'
import { text } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { textIn } from '#platform/text.ts'
import type { Bounds } from '../../cases/index.ts'
import { categories } from '../catalogue.sql.ts'
import { reportPoints } from '../report.list.ts'
import { filterOf, ListQuery } from './list-query.ts'

const world: Bounds = [-180, -90, 180, 90]

/** West, south, east, north, as in `bbox` of GeoJSON (RFC 7946, section 5). */
const Box = z
  .string()
  .max(100)
  .transform((value) => value.split(',').map(Number))
  .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
  .optional()
  .catch(undefined)

export const pointRoutes = [
  get('/meldungen.geojson', {
    may: 'everyone',
    audience: 'public',
    summary: 'The points of the map of reports, with the filters of the list and a bbox: at most 2,000, newest first',
    query: ListQuery.extend({ bbox: Box }),
    limit: [{ points: 300, seconds: 300, per: 'network' }],
    show: async (ctx, { query }) => {
      const known = { categories: await categories(ctx, { closed: true }), districts: await districtsOf(ctx), now: ctx.now() }
      const { points, more } = await reportPoints(ctx, { ...filterOf(query, known), bounds: query.bbox ?? ctx.town.bounds ?? world })
      const collection = {
        type: 'FeatureCollection',
        // A member of our own (RFC 7946, section 6): true when there are more than are told.
        more,
        features: points.map(({ number, title, lat, lon, stage, receivedAt }) => ({
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [lon, lat] },
          properties: {
            id: number,
            title,
            text: `${textIn(ctx.locale, `stage.${stage === 'yourTurn' ? 'inProgress' : stage}`)} · ${number}`,
            href: `${ctx.town.base}/meldungen/${number}`,
            stage,
            at: receivedAt.toISOString(),
          },
        })),
      }
      return text(JSON.stringify(collection), 'application/geo+json; charset=utf-8', { 'cache-control': 'public, max-age=30' })
    },
  }),
]
