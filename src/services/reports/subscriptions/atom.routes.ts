import { districtsOf } from '#core/places/index.ts'
import { text } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { textIn } from '#platform/text.ts'
import { categories } from '../catalogue.sql.ts'
import { filterOf, ListQuery, listAddress } from '../pages/list-query.ts'
import { reportCards } from '../report.list.ts'
import { atom } from './atom.ts'

const NEWEST = 50

export const atomRoutes = [
  get('/meldungen.atom', {
    may: 'everyone',
    audience: 'public',
    summary: 'The newest 50 public reports as an Atom feed with GeoRSS points, with the filters of the list',
    query: ListQuery,
    limit: [{ points: 300, seconds: 300, per: 'network' }],
    show: async (ctx, { query }) => {
      const known = { categories: await categories(ctx, { closed: true }), districts: await districtsOf(ctx), now: ctx.now() }
      const { items } = await reportCards(ctx, filterOf(query, known), { sort: 'received', limit: NEWEST })
      const home = ctx.town.origin + ctx.town.base
      const filter = { ...query, nach: undefined, vor: undefined, sort: undefined }
      const address = (path: string) => home + listAddress(path, filter)
      const feed = atom({
        id: address('/meldungen.atom'),
        title: textIn(ctx.locale, 'subscription.feed', { town: ctx.town.name }),
        self: address('/meldungen.atom'),
        page: address('/meldungen'),
        author: ctx.town.name,
        locale: ctx.locale,
        now: ctx.now(),
        entries: items.map((report) => ({
          ...report,
          address: `${home}/meldungen/${report.number}`,
          stage: textIn(ctx.locale, `stage.${report.stage === 'yourTurn' ? 'inProgress' : report.stage}`),
        })),
      })
      return text(feed, 'application/atom+xml; charset=utf-8', { 'cache-control': 'public, max-age=60', vary: 'Accept-Language, Cookie' })
    },
  }),
]
