import type { Module } from '#platform/module.ts'
import { registerSight } from '../cases/index.ts'
import { PUBLISH_DEFINITIONS, WRITE_DEFINITIONS } from '../definitions/definition.verbs.ts'
import { accountEnd } from './account-end.listener.ts'
import { applicationSchedules, dropDraftsJob, wakeJob } from './application.jobs.ts'
import { carryRoutes } from './carry/carry.routes.tsx'
import { carryTexts } from './carry/texts.ts'
import { cosignSchedules, expireSignaturesJob } from './cosign/cosign.jobs.ts'
import { linkRoutes } from './cosign/link.routes.tsx'
import { cosignTexts } from './cosign/texts.ts'
import { waitingRoutes } from './cosign/waiting.routes.tsx'
import { feeListener } from './fee.listener.ts'
import { countJob, countSchedule } from './figures/count.jobs.ts'
import { SEE_FIGURES } from './figures/figures.read.ts'
import { letterLapsed } from './letter-lapsed.listener.ts'
import { dropUnconfirmedJob, newsSchedules } from './news/news.jobs.ts'
import { newsRoutes } from './news/news.routes.tsx'
import { applyNewsTexts } from './news/texts.ts'
import { newsTexts } from './news.texts.ts'
import { objectionTexts } from './objection/texts.ts'
import { laterRoutes } from './pages/later.routes.tsx'
import { mineRoutes } from './pages/mine.routes.tsx'
import { pageRoutes } from './pages/page.routes.tsx'
import { reviewRoutes } from './pages/review.routes.tsx'
import { sentRoutes } from './pages/sent.routes.tsx'
import { startRoutes } from './pages/start.routes.tsx'
import { de } from './pages/texts.de.ts'
import { en } from './pages/texts.en.ts'
import { partyNews } from './party-news.ts'
import { reminderSchedules, remindJob } from './reminders/reminder.jobs.ts'
import { keepApplications } from './retention/retention.ts'
import { reuseRoutes } from './reuse/list.routes.tsx'
import { reuseTexts } from './reuse/texts.ts'
import { maySee, SEE, SEE_ALL, WORK } from './rights.ts'
import { staffNews } from './staff-news.ts'
import { statusRoutes } from './status/status.routes.tsx'
import { applicationTexts } from './texts.ts'
import './case-title.ts'
import './objection/remedy-offer.tsx'
import './online.read.ts'
import './status/party-page.tsx'

registerSight('application', maySee)
keepApplications()

/**
 * Applications: what was written and sent, and how it goes by the workflow of its service. Its applicants fill in forms (pages/) and follow
 * what becomes of it (status/); staff works on them at the desk (desk/applications).
 */
export const applications: Module = {
  name: 'applications',
  texts: {
    de: {
      ...applicationTexts.de,
      ...newsTexts.de,
      ...applyNewsTexts.de,
      ...objectionTexts.de,
      ...carryTexts.de,
      ...cosignTexts.de,
      ...reuseTexts.de,
      ...de,
    },
    en: {
      ...applicationTexts.en,
      ...newsTexts.en,
      ...applyNewsTexts.en,
      ...objectionTexts.en,
      ...carryTexts.en,
      ...cosignTexts.en,
      ...reuseTexts.en,
      ...en,
    },
  },
  // Addresses with fixed words come before those with a parameter in their place.
  routes: [
    ...startRoutes,
    ...laterRoutes,
    ...mineRoutes,
    ...reuseRoutes,
    ...sentRoutes,
    ...reviewRoutes,
    ...waitingRoutes,
    ...carryRoutes,
    ...pageRoutes,
    ...newsRoutes,
    ...statusRoutes,
    ...linkRoutes,
  ],
  nav: [{ area: 'mine', path: '/antraege', text: 'apply.nav', may: 'signedIn', order: 5 }],
  permissions: {
    [SEE]: ['clerk', 'dispatcher', 'lead', 'auditor', 'admin'],
    [SEE_ALL]: ['auditor', 'admin'],
    [WORK]: ['clerk', 'dispatcher', 'lead'],
    [SEE_FIGURES]: ['lead', 'auditor', 'admin'],
    [WRITE_DEFINITIONS]: ['editor', 'admin'],
    [PUBLISH_DEFINITIONS]: ['editor', 'admin'],
  },
  listeners: [accountEnd, feeListener, letterLapsed, partyNews, staffNews],
  notificationKinds: [
    { kind: 'application.news', text: 'application.notice.news', inApp: true, email: 'now' },
    { kind: 'application.offered', text: 'application.notice.offered', inApp: true, email: 'off', may: WORK },
    { kind: 'application.assigned', text: 'application.notice.assigned', inApp: true, email: 'off', may: WORK },
    { kind: 'application.opinion', text: 'application.notice.opinion', inApp: true, email: 'off', may: WORK },
    { kind: 'application.approval', text: 'application.notice.approval', inApp: true, email: 'off', may: WORK },
    { kind: 'application.answered', text: 'application.notice.answered', inApp: true, email: 'off', may: WORK },
  ],
  jobs: [wakeJob, dropDraftsJob, expireSignaturesJob, countJob, dropUnconfirmedJob, remindJob],
  schedules: [...applicationSchedules, ...cosignSchedules, ...newsSchedules, ...reminderSchedules, countSchedule],
}
