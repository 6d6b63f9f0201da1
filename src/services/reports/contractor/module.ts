import type { Module } from '#platform/module.ts'
import { firmDeskRoutes } from './desk.routes.tsx'
import { firmRoutes } from './firm.routes.tsx'
import { runOutJob, runOutSchedule } from './run-out.job.ts'
import { contractorTexts } from './texts.ts'

/** Firms outside the town hall that are given work by a link. */
export const contractors: Module = {
  name: 'contractors',
  texts: contractorTexts,
  routes: [...firmDeskRoutes, ...firmRoutes],
  jobs: [runOutJob],
  schedules: [runOutSchedule],
}
