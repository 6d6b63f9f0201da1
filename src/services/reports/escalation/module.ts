import type { Module } from '#platform/module.ts'
import { raiseJob, raiseSchedule } from './escalation.jobs.ts'
import { escalationTexts } from './texts.ts'

/** What waits too long is told to the unit, its lead and the head of the office, each once. */
export const reportEscalation: Module = {
  name: 'reportEscalation',
  texts: escalationTexts,
  jobs: [raiseJob],
  schedules: [raiseSchedule],
  notificationKinds: [
    { kind: 'report.escalated', text: 'escalation.notice', inApp: true, email: 'daily', may: 'report.work', always: true },
  ],
}
