import { hasNewerEvent } from '#core/memory/index.ts'
import { may } from '#platform/context.ts'
import type { Module } from '#platform/module.ts'
import { unsubscribeRoutes } from '../cases/mail/unsubscribe.routes.tsx'
import { stopMails } from '../cases/party.sql.ts'
import { partyNews, tellPartiesJob } from './news.ts'
import { reportWords } from './report.events.ts'
import { reportSchedules } from './report.jobs.ts'
import { reportSearchers } from './report.search.ts'
import { keepReports } from './retention/retention.ts'
import { staffNews } from './staff-news.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

keepReports()

/** Reports of damage without their pages (pages/module.ts, desk/). */
export const reports: Module = {
  name: 'reports',
  texts: { de, en },
  routes: unsubscribeRoutes('report', stopMails),
  permissions: {
    'report.see': ['crew', 'clerk', 'dispatcher', 'lead', 'moderator', 'auditor', 'admin'],
    'report.work': ['crew', 'clerk', 'dispatcher', 'lead'],
    'report.route': ['dispatcher', 'lead'],
    'report.reopen': ['dispatcher', 'lead'],
    'report.decideObjection': ['lead'],
    'report.moderate': ['moderator', 'dispatcher', 'lead'],
    'report.contact': ['clerk', 'dispatcher', 'lead'],
    'report.configure': ['admin', 'editor'],
  },
  listeners: [partyNews, staffNews],
  jobs: [tellPartiesJob],
  schedules: reportSchedules,
  searchers: reportSearchers,
  topics: [
    {
      kind: 'desk',
      allowed: async (ctx, id) => id === '' && may(ctx, 'report.see'),
      // Everything that happens to a report is told to the work lists, whatever the first word of its event.
      changedSince: (ctx, _, since) => hasNewerEvent(ctx, reportWords, since),
    },
  ],
  notificationKinds: [
    { kind: 'report.news', text: 'report.notice.news', inApp: true, email: 'now' },
    { kind: 'report.offered', text: 'report.notice.offered', inApp: true, email: 'off', may: 'report.work' },
    { kind: 'report.answered', text: 'report.notice.answered', inApp: true, email: 'off', may: 'report.work' },
    { kind: 'report.assigned', text: 'report.notice.assigned', inApp: true, email: 'off', may: 'report.work' },
    { kind: 'report.toCheck', text: 'report.notice.toCheck', inApp: true, email: 'off', may: 'report.moderate' },
  ],
}
