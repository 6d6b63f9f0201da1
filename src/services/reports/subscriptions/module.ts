import type { Module } from '#platform/module.ts'
import { atomRoutes } from './atom.routes.ts'
import { digestJob, subscriptionEnd, subscriptionNews, subscriptionSchedules, tellSubscribersJob } from './subscription.jobs.ts'
import { subscriptionRoutes } from './subscription.routes.tsx'
import { subscriptionTexts } from './texts.ts'

/** Who hears of new reports. Stands before the citizens' pages, whose `/meldungen/:number` would take `/meldungen/abo` for a number. */
export const reportSubscriptions: Module = {
  name: 'reportSubscriptions',
  texts: subscriptionTexts,
  routes: [...atomRoutes, ...subscriptionRoutes],
  listeners: [subscriptionNews, subscriptionEnd],
  jobs: [tellSubscribersJob, digestJob],
  schedules: subscriptionSchedules,
  nav: [{ area: 'mine', path: '/mein/abos', text: 'mine.subscriptions', may: 'signedIn', order: 12 }],
  notificationKinds: [{ kind: 'report.subscription', text: 'subscription.notice', inApp: true, email: 'now' }],
}
