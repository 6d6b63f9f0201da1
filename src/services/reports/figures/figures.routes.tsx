import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { json, Reply, text } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { LICENCE } from '#platform/open-data/data-set.ts'
import { root } from '#platform/root.ts'
import { FiguresPage } from './figures.view.tsx'
import { FiguresQuery } from './query.ts'
import { FIGURES_TAG } from './refresh.ts'
import { shownFigures } from './shown.ts'
import { tableCsv, tables } from './tables.ts'

const limit = [{ points: 300, seconds: 300, per: 'network' }] as const
const kept = { 'cache-control': 'public, max-age=60' }

export const figuresRoutes = [
  get('/meldungen/zahlen', {
    may: 'everyone',
    audience: 'public',
    summary: 'Figures about reports: how many, how long, promises kept, objections; by month, category, district and department',
    query: FiguresQuery,
    cache: (town) => [`${town}:${FIGURES_TAG}`],
    show: async (ctx, { query }) => (
      <FiguresPage query={query} shown={await shownFigures(ctx, query)} town={ctx.town.name} home={ctx.town.origin + ctx.town.base} />
    ),
  }),

  get('/meldungen/zahlen.json', {
    may: 'everyone',
    audience: 'public',
    summary: 'The same figures as data; `figures` is what scripts/report-figures.mjs computes from /meldungen.csv',
    query: FiguresQuery,
    limit,
    show: async (ctx, { query }) => {
      const { overview, asOf, changedAt } = await shownFigures(ctx, query)
      const home = ctx.town.origin + ctx.town.base
      const answer = json({
        town: ctx.town.name,
        as_of: asOf ?? null,
        changed_at: changedAt ?? null,
        source: `${home}/meldungen.csv`,
        licence: LICENCE,
        figures: overview,
      })
      return new Reply(answer.body, 200, { ...answer.headers, ...kept })
    },
  }),

  get('/meldungen/zahlen.csv', {
    may: 'everyone',
    audience: 'public',
    summary: 'One table of the figures for a spreadsheet',
    query: FiguresQuery.extend({ tabelle: z.enum(tables).catch('monat') }),
    limit,
    show: async (ctx, { query: { tabelle, ...query } }) =>
      text(tableCsv(tabelle, await shownFigures(ctx, query), ctx.locale), 'text/csv; charset=utf-8', {
        ...kept,
        vary: 'Accept-Language, Cookie',
        'content-disposition': `attachment; filename="zahlen-${tabelle}-${ctx.town.slug}.csv"`,
      }),
  }),

  get('/meldungen/zahlen/report-figures.mjs', {
    may: 'everyone',
    audience: 'public',
    summary: 'The script that computes the figures from the open data, for Node 20 or newer',
    limit,
    show: () => text(script(), 'text/javascript; charset=utf-8', { 'cache-control': 'public, max-age=3600' }),
  }),
]

let read: string | undefined
function script(): string {
  read ??= readFileSync(join(root, 'scripts', 'report-figures.mjs'), 'utf8')
  return read
}
