import { OPERATOR } from '#core/organisations/index.ts'
import type { Module } from '#platform/module.ts'
import { operationsRoutes } from './operations.routes.tsx'
import { RETRY } from './operations.rules.ts'
import { operationsTexts } from './texts.ts'

export const operations: Module = {
  name: 'operations',
  texts: operationsTexts,
  routes: operationsRoutes,
  permissions: { 'operations.see': [OPERATOR], [RETRY]: [OPERATOR] },
  nav: [{ area: 'admin', path: '/verwaltung/betrieb', text: 'operations.nav', may: 'operations.see', order: 900 }],
}
