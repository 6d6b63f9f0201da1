import { z } from 'zod'
import { text } from '#platform/http/reply.ts'
import { get, post } from '#platform/http/route.ts'
import { ok, type Result } from '#platform/result.ts'
import { textIn } from '#platform/text.ts'
import { removeFilter, saveFilter } from '#services/cases/index.ts'
import { takeStep, type Worked } from '#services/reports/index.ts'
import { exported } from './export.ts'
import { allRows, workList } from './list.read.ts'
import { ListPage } from './list.view.tsx'
import { ListQuery, readQuery } from './list-view.rules.ts'

const back = (liste: string) => `/amt/meldungen${liste ? `?${liste}` : ''}`
const liste = z.string().max(2000).default('')

const Accepting = z.object({ number: z.string().max(20), liste })
const Saving = z.object({ name: z.string().trim().min(1).max(80), share: z.literal('on').optional(), liste })
const Removing = z.object({ id: z.uuid(), liste })

export const listRoutes = [
  get('/amt/meldungen', {
    may: 'report.see',
    audience: 'staff',
    summary: 'The work list',
    query: ListQuery,
    show: async (ctx, { query }) => <ListPage list={await workList(ctx, query)} />,
  }),

  get('/amt/meldungen.csv', {
    may: 'report.see',
    audience: 'staff',
    summary: 'The work list as a table',
    query: ListQuery,
    show: async (ctx, { query }) => {
      const { rows } = await allRows(ctx, query)
      const name = `${textIn(ctx.locale, 'desk.list.file')}-${ctx.now().toISOString().slice(0, 10)}.csv`
      return text(exported(ctx, rows), 'text/csv; charset=utf-8', { 'content-disposition': `attachment; filename="${name}"` })
    },
  }),

  post('/amt/meldungen/annehmen', {
    may: 'report.work',
    audience: 'staff',
    form: Accepting,
    run: async (ctx, input): Promise<Result<Worked>> => takeStep(ctx, { number: input.number, verb: 'accept' }),
    done: ({ number }, _, input) => ({ to: back(input.liste), flash: { kind: 'success', text: 'desk.list.accepted', params: { number } } }),
    again: async (ctx, form) => <ListPage list={await workList(ctx, readQuery(String(form.input.liste ?? '')))} refusal={form.refusal} />,
  }),

  post('/amt/meldungen/ansichten', {
    may: 'report.see',
    audience: 'staff',
    form: Saving,
    run: (ctx, input) => saveFilter(ctx, { name: input.name, query: input.liste, share: input.share === 'on' }),
    done: ({ name }, _, input) => ({ to: back(input.liste), flash: { kind: 'success', text: 'desk.views.saved', params: { name } } }),
    again: async (ctx, form) => <ListPage list={await workList(ctx, readQuery(String(form.input.liste ?? '')))} saving={form} />,
  }),

  post('/amt/meldungen/ansichten/loeschen', {
    may: 'report.see',
    audience: 'staff',
    form: Removing,
    run: async (ctx, input) => {
      await removeFilter(ctx, input)
      return ok(input)
    },
    done: (input) => ({ to: back(input.liste), flash: { kind: 'success', text: 'desk.views.removed' } }),
    again: async (ctx, form) => <ListPage list={await workList(ctx, readQuery(String(form.input.liste ?? '')))} />,
  }),
]
