import { z } from 'zod'
import { json, Reply, text } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { staticMapSvg } from './map/static-map.ts'
import { mapStyle } from './map/style.ts'
import { MAP_VERSION, mapTile } from './map/tiles.ts'
import { demoTownOf } from './map-setting.ts'

/** The version stands in the address, so what lies below it never changes. */
const forever = 'public, max-age=31536000, immutable'
const number = z.coerce.number()
const point = z.object({ lat: number.min(-90).max(90), lon: number.min(-180).max(180) })

/** `51.7,9.6 51.8,9.7` */
const pins = z
  .string()
  .max(1600)
  .regex(/^-?[\d.]+,-?[\d.]+( -?[\d.]+,-?[\d.]+)*$/)
  .transform((list): { lat: unknown; lon: unknown }[] =>
    list.split(' ').map((pair) => {
      const [lat, lon] = pair.split(',')
      return { lat, lon }
    }),
  )
  .pipe(z.array(point))

/** `51.7,9.6,Marktplatz` */
const place = z
  .string()
  .max(300)
  .regex(/^-?[\d.]+,-?[\d.]+,/)
  .transform((given): { lat: unknown; lon: unknown; label: string } => {
    const [lat, lon, ...label] = given.split(',')
    return { lat, lon, label: label.join(',') }
  })
  .pipe(point.extend({ label: z.string() }))

/** What the maps of the demo towns are drawn from. Real towns have `MAP_STYLE_URL` instead. */
export const mapRoutes = [
  get('/karte/:version/:style', {
    may: 'everyone',
    audience: 'internal',
    params: z.object({ version: z.string(), style: z.enum(['stil-light.json', 'stil-dark.json']) }),
    show: async (ctx, { params }) => {
      const town = demoTownOf(ctx.town)
      if (!town || params.version !== MAP_VERSION) return undefined
      const style = mapStyle(town, params.style === 'stil-dark.json' ? 'dark' : 'light', `${ctx.town.base}/karte/${MAP_VERSION}`)
      return text(JSON.stringify(style), 'application/json; charset=utf-8', { 'cache-control': 'public, max-age=3600' })
    },
  }),

  get('/karte/:version/:z/:x/:tile', {
    may: 'everyone',
    audience: 'internal',
    params: z.object({ version: z.string(), z: number, x: number, tile: z.string().regex(/^\d+\.mvt$/) }),
    show: async (ctx, { params: { version, z: zoom, x, tile } }) => {
      const town = demoTownOf(ctx.town)
      if (!town || version !== MAP_VERSION) return undefined
      const bytes = mapTile(town, zoom, x, Number.parseInt(tile, 10))
      const headers = { 'cache-control': forever, 'content-type': 'application/vnd.mapbox-vector-tile' }
      return bytes ? new Reply(new Uint8Array(bytes), 200, headers) : new Reply(null, 204, headers)
    },
  }),

  get('/karte/bild.svg', {
    may: 'everyone',
    audience: 'internal',
    query: point.extend({
      zoom: number.min(10).max(18).default(16),
      thema: z.enum(['light', 'dark']).default('light'),
      nadeln: pins.optional(),
    }),
    limit: [{ points: 120, seconds: 60, per: 'network' }],
    show: async (ctx, { query: { lat, lon, zoom, thema, nadeln = [] } }) => {
      const town = demoTownOf(ctx.town)
      if (!town) return undefined
      const markers = nadeln.map((pin) => ({ at: [pin.lon, pin.lat] as const }))
      const svg = staticMapSvg({ town, center: [lon, lat], zoom, width: 800, height: 450, theme: thema, markers })
      return text(svg, 'image/svg+xml', { 'cache-control': 'public, max-age=86400' })
    },
  }),

  get('/karte/orte.geojson', {
    may: 'everyone',
    audience: 'internal',
    query: z.object({ ort: z.array(place).max(60).default([]) }),
    show: async (_ctx, { query }) => {
      const features = query.ort.map(({ lat, lon, label }, i) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { id: String(i), title: label },
      }))
      return json({ type: 'FeatureCollection', features })
    },
  }),
]
