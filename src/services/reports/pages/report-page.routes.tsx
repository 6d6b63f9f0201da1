import { get } from '#platform/http/route.ts'
import { partyFromCookie } from '../../cases/index.ts'
import { hiddenTrace } from '../moderation/trace.ts'
import { publicReport } from '../report.detail.ts'
import { reportTags } from './cache-tags.ts'
import { HiddenPage } from './hidden.view.tsx'
import { NumberAt } from './number-at.ts'
import { ReportPage } from './report-page.view.tsx'

export const reportPageRoutes = [
  get('/meldungen/:number', {
    may: 'everyone',
    audience: 'public',
    summary: 'One public report of damage',
    params: NumberAt,
    cache: reportTags,
    show: async (ctx, { params, headers }) => {
      const report = await publicReport(ctx, params.number)
      if (!report) {
        const hidden = await hiddenTrace(ctx, params.number)
        return hidden && <HiddenPage trace={hidden} />
      }
      const party = await partyFromCookie(ctx, report, headers)
      return <ReportPage report={report} address={`${ctx.town.origin}${ctx.town.base}/meldungen/${report.number}`} role={party?.role} />
    },
  }),
]
