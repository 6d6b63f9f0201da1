import type { Module } from '#platform/module.ts'
import { READ_WORKFLOWS } from '#services/workflows/index.ts'
import { workflowEditRoutes } from './edit/edit.routes.tsx'
import { workflowEditTexts } from './edit/texts.ts'
import { workflowPageTexts } from './texts.ts'
import { workflowRoutes } from './workflows.routes.tsx'

/** The workflows of the town: picture, words, proof against who works here today, and where they are changed. */
export const deskWorkflows: Module = {
  name: 'desk-workflows',
  texts: { de: { ...workflowPageTexts.de, ...workflowEditTexts.de }, en: { ...workflowPageTexts.en, ...workflowEditTexts.en } },
  routes: [...workflowEditRoutes, ...workflowRoutes],
  nav: [{ area: 'admin', path: '/verwaltung/ablaeufe', text: 'workflows.title', may: READ_WORKFLOWS, order: 55 }],
}
