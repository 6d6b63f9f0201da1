import type { Module } from '#platform/module.ts'
import { IMPORT_FORMS } from '#services/builder/index.ts'
import { fimRoutes } from './api.routes.ts'
import { fimTexts } from './texts.ts'

/** Data fields of the federal information management (FIM). */
export const fim: Module = {
  name: 'fim',
  texts: fimTexts,
  routes: fimRoutes,
  scopes: [{ scope: IMPORT_FORMS, text: 'fim.scope.import' }],
}
