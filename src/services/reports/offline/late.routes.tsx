import { get, post } from '#platform/http/route.ts'
import { categories, categoryGroups } from '../catalogue.sql.ts'
import { RefusedReportPage } from '../pages/refused-report.view.tsx'
import { LATE_PATH, LateReport } from './late.rules.ts'
import { sendLate } from './late.verbs.ts'
import { LateFormPage } from './late-form.view.tsx'

export const lateRoutes = [
  get(LATE_PATH, {
    may: 'everyone',
    audience: 'public',
    summary: 'Write a report without network; the page is the same for everybody',
    show: async (ctx) => <LateFormPage categories={await categories(ctx)} groups={await categoryGroups(ctx)} />,
  }),

  post(LATE_PATH, {
    may: 'everyone',
    audience: 'public',
    summary: 'Send a report that was written without network, with the keys its device made; photos are uploaded to /dateien before',
    form: LateReport,
    limit: [
      { points: 30, seconds: 600, per: 'network' },
      { points: 30, seconds: 600, per: 'account' },
    ],
    run: sendLate,
    // The way to the report is known to the device alone: answers are kept for repeats, and the town must not keep what opens a report.
    done: ({ number }) => `/status/${number}`,
    json: ({ number }) => ({ number }),
    again: (_, form) => <RefusedReportPage form={form} />,
  }),
]
