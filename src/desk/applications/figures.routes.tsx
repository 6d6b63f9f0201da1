import type { Ctx } from '#platform/context.ts'
import { writeCsv } from '#platform/csv.ts'
import { text } from '#platform/http/reply.ts'
import { get } from '#platform/http/route.ts'
import { textIn } from '#platform/text.ts'
import { SEE_FIGURES, servicesApplied } from '#services/applications/index.ts'
import { figureRows, figuresSheet } from './figures.read.ts'
import { FiguresQuery } from './figures.rules.ts'
import { FIGURES, FiguresPage } from './figures.view.tsx'

const common = { may: SEE_FIGURES, audience: 'staff', query: FiguresQuery } as const

export const figureRoutes = [
  get(FIGURES, {
    ...common,
    summary: 'Figures of services: what came, what was settled, in how many days',
    show: async (ctx, { query }) => <FiguresPage sheet={await figuresSheet(ctx, query)} />,
  }),
  get(`${FIGURES}.csv`, {
    ...common,
    summary: 'Figures of services as a table, one line for a service and a month',
    show: async (ctx, { query }) =>
      text(await table(ctx, query), 'text/csv; charset=utf-8', {
        'content-disposition': `attachment; filename="${textIn(ctx.locale, 'serviceFigures.file')}.csv"`,
      }),
  }),
]

const columns = ['service', 'month', 'received', 'done', 'withdrawn', 'ended', 'kept', 'late', 'half', 'most'] as const

async function table(ctx: Ctx, query: FiguresQuery): Promise<string> {
  const names = new Map((await servicesApplied(ctx)).map(({ id, name }) => [id, name[ctx.locale] || name.de]))
  return writeCsv([
    columns.map((name) => textIn(ctx.locale, `serviceFigures.${name}`)),
    ...(await figureRows(ctx, query)).map(({ serviceId, month, received, done, withdrawn, ended, kept, late, half, most }) => [
      names.get(serviceId ?? '') ?? serviceId,
      month?.slice(0, 7),
      received,
      done,
      withdrawn,
      ended,
      kept,
      late,
      half,
      most,
    ]),
  ])
}
