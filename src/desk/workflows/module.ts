import type { Module } from '#platform/module.ts'
import { READ_WORKFLOWS } from '#services/workflows/index.ts'
import { workflowPageTexts } from './texts.ts'
import { workflowRoutes } from './workflows.routes.tsx'

/** The workflows of the town to look at: picture, words, proof against who works here today. */
export const deskWorkflows: Module = {
  name: 'desk-workflows',
  texts: workflowPageTexts,
  routes: workflowRoutes,
  nav: [{ area: 'admin', path: '/verwaltung/ablaeufe', text: 'workflows.title', may: READ_WORKFLOWS, order: 55 }],
}
