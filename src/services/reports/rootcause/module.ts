import type { Module } from '#platform/module.ts'
import { repairListener } from './propose.ts'
import { rootCauseRoutes } from './root-cause.routes.tsx'
import { rootCauseTexts } from './texts.ts'

/** The third repair of a thing within twelve months asks for its cause. */
export const rootCauses: Module = {
  name: 'root-causes',
  texts: rootCauseTexts,
  routes: rootCauseRoutes,
  listeners: [repairListener],
  nav: [{ area: 'desk', path: '/amt/ursachen', text: 'rootCause.list', may: 'report.see', order: 55 }],
  notificationKinds: [{ kind: 'rootCause.proposed', text: 'rootCause.notice', inApp: true, email: 'off', may: 'report.route' }],
}
