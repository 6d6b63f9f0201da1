import type { Module } from '#platform/module.ts'
import { PUBLISH_DEFINITIONS, WRITE_DEFINITIONS } from '../definitions/definition.verbs.ts'
import { applicationSchedules, dropDraftsJob, wakeJob } from './application.jobs.ts'
import { WORK } from './rights.ts'
import { applicationTexts } from './texts.ts'

/** Applications: what was written and sent, and how it goes by the workflow of its service. Their pages are still missing. */
export const applications: Module = {
  name: 'applications',
  texts: applicationTexts,
  permissions: {
    'application.see': ['clerk', 'dispatcher', 'lead', 'auditor', 'admin'],
    [WORK]: ['clerk', 'dispatcher', 'lead'],
    [WRITE_DEFINITIONS]: ['editor', 'admin'],
    [PUBLISH_DEFINITIONS]: ['editor', 'admin'],
  },
  jobs: [wakeJob, dropDraftsJob],
  schedules: applicationSchedules,
}
