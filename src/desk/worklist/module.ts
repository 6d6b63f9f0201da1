import type { Module } from '#platform/module.ts'
import { bulkRoutes } from './bulk.routes.tsx'
import { listRoutes } from './list.routes.tsx'
import { worklistTexts } from './texts.ts'

/** Stands before the module of the single case: `/amt/meldungen/sammel` is no number. */
export const worklist: Module = {
  name: 'desk-worklist',
  texts: worklistTexts,
  routes: [...listRoutes, ...bulkRoutes],
  nav: [{ area: 'desk', path: '/amt/meldungen', text: 'desk.list.title', may: 'report.see', order: 20 }],
}
