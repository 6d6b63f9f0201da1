import type { Module } from '#platform/module.ts'
import { taskRoutes } from './tasks.routes.tsx'
import { deskTaskTexts } from './texts.ts'

/** Tasks with deadlines: mine, and those of a case. */
export const deskTasks: Module = {
  name: 'desk-tasks',
  texts: deskTaskTexts,
  routes: taskRoutes,
  nav: [{ area: 'desk', path: '/amt/aufgaben', text: 'tasks.title', may: 'report.see', order: 25 }],
}
