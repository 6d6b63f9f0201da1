import { type Ctx, may } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { possibleWorkers } from '#services/reports/index.ts'
import { staffUnits } from '../home/index.ts'
import { BulkAsked, BulkInput, bulkActions, bulkTable, MOST_AT_ONCE, ResultQuery, readResult, writeResult } from './bulk.rules.ts'
import { reportsByNumber } from './bulk.sql.ts'
import { workOnMany } from './bulk.verbs.ts'
import { BulkPage, BulkResultPage } from './bulk.view.tsx'

export const bulkRoutes = [
  get('/amt/meldungen/sammel', {
    may: 'report.work',
    audience: 'staff',
    summary: 'What will happen to the chosen reports',
    query: BulkAsked,
    show: (ctx, { query }) => preview(ctx, query, blank),
  }),

  post('/amt/meldungen/sammel', {
    may: 'report.work',
    audience: 'staff',
    form: BulkInput,
    run: workOnMany,
    done: (result) => `/amt/meldungen/sammel/ergebnis?${writeResult(result)}`,
    again: (ctx, form) => preview(ctx, BulkAsked.parse({ ...form.input, n: [form.input.n ?? []].flat() }), form),
  }),

  get('/amt/meldungen/sammel/ergebnis', {
    may: 'report.work',
    audience: 'staff',
    summary: 'What happened to the chosen reports',
    query: ResultQuery,
    show: async (ctx, { query }) => {
      const result = readResult(query)
      const reports = await reportsByNumber(ctx, [...result.done, ...result.failed.map(({ number }) => number)])
      return <BulkResultPage result={result} reports={reports} mayReopen={may(ctx, 'report.reopen')} />
    },
  }),
]

async function preview(ctx: Ctx, asked: { was?: (typeof bulkActions)[number] | undefined; n: string[]; liste: string }, form: Again) {
  const actions = bulkActions.filter((action) => may(ctx, bulkTable[action].may))
  const reports = await reportsByNumber(ctx, asked.n.slice(0, MOST_AT_ONCE))
  const people = asked.was === 'assign' ? await possibleWorkers(ctx) : []
  const units = asked.was === 'route' ? await staffUnits(ctx) : []
  return (
    <BulkPage
      was={asked.was}
      liste={asked.liste}
      reports={reports}
      left={Math.max(0, asked.n.length - MOST_AT_ONCE)}
      {...{ actions, people, units, form }}
    />
  )
}
