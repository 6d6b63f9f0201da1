import type { Module } from '#platform/module.ts'
import { promiseClock } from './clock.ts'
import { promiseJobs, promiseSchedules } from './promise.jobs.ts'
import { renewRoutes } from './renew.routes.tsx'
import { promiseTexts } from './texts.ts'

/** The ledger of promises: made when a report is sent, decided when their day is over. */
export const reportPromises: Module = {
  name: 'reportPromises',
  texts: promiseTexts,
  routes: renewRoutes,
  listeners: [promiseClock],
  jobs: promiseJobs,
  schedules: promiseSchedules,
  notificationKinds: [{ kind: 'report.promise', text: 'promise.notice', inApp: true, email: 'off', may: 'report.work' }],
}
