import { registerOfflinePage } from '#core/offline/index.ts'
import type { Module } from '#platform/module.ts'
import { outsideRoutes } from './outside.routes.tsx'
import { OUTSIDE, WITHOUT_NETWORK } from './paths.ts'
import { forgetJob, forgetSchedule } from './receipt.jobs.ts'
import { outsideTexts } from './texts.ts'
import { withoutNetworkRoutes } from './without-network.routes.tsx'

registerOfflinePage({ path: WITHOUT_NETWORK, insteadOf: [OUTSIDE, `${OUTSIDE}/:number`], kept: 'onceSeen' })

export const deskOutside: Module = {
  name: 'desk-outside',
  texts: outsideTexts,
  // The page without network first: its last word is no number of a report.
  routes: [...withoutNetworkRoutes, ...outsideRoutes],
  jobs: [forgetJob],
  schedules: [forgetSchedule],
  nav: [{ area: 'desk', path: OUTSIDE, text: 'outside.title', may: 'report.work', order: 22 }],
}
