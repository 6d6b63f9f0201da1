import { registerOfflinePage } from '#core/offline/index.ts'
import type { Module } from '#platform/module.ts'
import { lateRoutes } from './late.routes.tsx'
import { LATE_PATH } from './late.rules.ts'
import { lateJobs, lateSchedules } from './late.verbs.ts'
import { lateTexts } from './texts.ts'

registerOfflinePage({ path: LATE_PATH, insteadOf: ['/meldungen/neu'], text: 'late.link', kept: 'always' })

/** Reports that are written without network. Stands before the citizens' pages, whose `/meldungen/:number` would take its address. */
export const reportsOffline: Module = {
  name: 'reportsOffline',
  texts: lateTexts,
  routes: lateRoutes,
  jobs: lateJobs,
  schedules: lateSchedules,
}
