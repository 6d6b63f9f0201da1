import type { Module } from '#platform/module.ts'
import { SEE_RETENTION } from '#services/cases/index.ts'
import { retentionRoutes } from './retention.routes.tsx'
import { retentionPageTexts } from './texts.ts'

/** Retention: rules, preview, runs, proof and holds. */
export const deskRetention: Module = {
  name: 'desk-retention',
  texts: retentionPageTexts,
  routes: retentionRoutes,
  nav: [{ area: 'admin', path: '/verwaltung/aufbewahrung', text: 'retention.page.title', may: SEE_RETENTION, order: 65 }],
}
