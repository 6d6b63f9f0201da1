import type { Module } from '#platform/module.ts'
import { forgetBooksJob, forgetBooksSchedule } from './books.jobs.ts'
import { WORK_ON_PAYMENTS } from './charge.verbs.ts'
import { lookJob, lookSchedule } from './online/online.jobs.ts'
import { onlineRoutes } from './online/online.routes.ts'
import { MANAGE_PAYMENTS } from './online/setting.verbs.ts'
import { payRoutes } from './pay.routes.tsx'
import { paymentNews } from './payment.news.ts'
import { remindJob, remindSchedule } from './reminder/reminder.jobs.ts'
import { paymentTexts } from './texts.ts'

/** What is to be paid for cases, and what came; the pages for staff stand at the desk (desk/payments). */
export const payments: Module = {
  name: 'payments',
  texts: paymentTexts,
  routes: [...payRoutes, ...onlineRoutes],
  permissions: { [WORK_ON_PAYMENTS]: ['lead', 'admin'], [MANAGE_PAYMENTS]: ['admin'] },
  listeners: [paymentNews],
  jobs: [lookJob, forgetBooksJob, remindJob],
  schedules: [lookSchedule, forgetBooksSchedule, remindSchedule],
  notificationKinds: [{ kind: 'payment.news', text: 'payments.notice.news', inApp: true, email: 'now' }],
}
