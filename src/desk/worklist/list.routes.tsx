import { z } from 'zod'
import { post } from '#platform/http/route.ts'
import type { Result } from '#platform/result.ts'
import { takeStep, type Worked } from '#services/reports/index.ts'
import { exported } from './export.ts'
import { allReports, workList } from './list.read.ts'
import { ListPage } from './list.view.tsx'
import { withList } from './list-address.rules.ts'
import { listRoutesOf } from './list-routes.tsx'
import { ListQuery, readQuery, reportList } from './list-view.rules.ts'

const Accepting = z.object({ number: z.string().max(20), liste: z.string().max(2000).default('') })

export const listRoutes = [
  ...listRoutesOf({
    kind: 'report',
    may: 'report.see',
    summary: 'The work list',
    address: reportList,
    schema: ListQuery,
    page: async (ctx, query, attempt) => <ListPage list={await workList(ctx, query)} {...attempt} />,
    table: async (ctx, query) => exported(ctx, await allReports(ctx, query)),
    file: 'desk.list.file',
  }),

  post('/amt/meldungen/annehmen', {
    may: 'report.work',
    audience: 'staff',
    form: Accepting,
    run: async (ctx, input): Promise<Result<Worked>> => takeStep(ctx, { number: input.number, verb: 'accept' }),
    done: ({ number }, _, { liste }) => ({
      to: withList(reportList.path, liste),
      flash: { kind: 'success', text: 'desk.list.accepted', params: { number } },
    }),
    again: async (ctx, form) => <ListPage list={await workList(ctx, readQuery(String(form.input.liste ?? '')))} refusal={form.refusal} />,
  }),
]
