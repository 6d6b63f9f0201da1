import { z } from 'zod'
import { json, redirect } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { textIn } from '#platform/text.ts'
import { assetByNumber } from './near.verbs.ts'
import type { PlaceHit } from './place.rules.ts'
import { choiceAt } from './place.verbs.ts'
import { PlacePage } from './place.view.tsx'
import { placeHit, searchPlaces } from './search.verbs.ts'

const number = z.coerce.number()
/** Typing asks often; more than this is a machine. */
const typing = [{ points: 300, seconds: 60, per: 'network' }] as const

export const placeRoutes = [
  get('/orte/suche.json', {
    may: 'everyone',
    audience: 'public',
    summary: 'Places for a line of words: address, crossing, landmark, number on a plate, coordinates',
    query: z.object({ q: z.string().trim().max(200).default(''), lat: number.optional(), lon: number.optional() }),
    limit: typing,
    show: async (ctx, { query: { q, lat, lon } }) => {
      const near = lat === undefined || lon === undefined ? undefined : { lat, lon }
      const hits = q.length < 2 ? [] : await searchPlaces(ctx, q, 7, near)
      const shown = hits.map((hit) => ({
        id: hit.id,
        kind: hit.kind,
        label: hit.label,
        detail: hit.detail,
        lat: hit.lat,
        lon: hit.lon,
        line: lineOf(ctx.locale, hit),
      }))
      return json({ hits: shown, summary: textIn(ctx.locale, 'place.field.hits', { count: hits.length }) })
    },
  }),

  get('/orte/punkt.json', {
    may: 'everyone',
    audience: 'public',
    summary: 'The place at a point, in words',
    query: z.object({ lat: number.min(-90).max(90), lon: number.min(-180).max(180), genau: number.min(0).max(100_000).optional() }),
    limit: typing,
    show: async (ctx, { query: { lat, lon, genau } }) => {
      const at = await choiceAt(ctx, { lat, lon })
      if (!at) return json({ inside: false, message: textIn(ctx.locale, 'place.map.outside') })
      const hit = genau ? { ...at, accuracyM: Math.round(genau) } : at
      return json({
        inside: true,
        label: hit.label,
        detail: hit.detail,
        line: lineOf(ctx.locale, hit),
        offer: textIn(ctx.locale, 'place.field.photo', { place: hit.label }),
      })
    },
  }),

  get('/orte/:id', {
    may: 'everyone',
    params: z.object({ id: z.string().max(120) }),
    show: async (ctx, { params }) => {
      const hit = await placeHit(ctx, params.id)
      return hit && <PlacePage hit={hit} />
    },
  }),

  // The address behind the QR code on a plate: short, so that the code is coarse and can be read from a worn sticker.
  get('/o/:number', {
    may: 'everyone',
    params: z.object({ number: z.string().max(20) }),
    show: async (ctx, { params }) => {
      const asset = await assetByNumber(ctx, params.number)
      return asset && redirect(`/meldungen/neu?objekt=${encodeURIComponent(asset.number)}`)
    },
  }),
]

const lineOf = (locale: 'de' | 'en', { label, detail, accuracyM }: Pick<PlaceHit, 'label' | 'detail' | 'accuracyM'>): string => {
  const place = detail ? `${label}, ${detail}` : label
  return textIn(locale, 'place.field.chosen', {
    place: accuracyM && accuracyM > 50 ? textIn(locale, 'place.field.rough', { place, metres: accuracyM }) : place,
  })
}
