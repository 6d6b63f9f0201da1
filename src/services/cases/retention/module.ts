import type { Module } from '#platform/module.ts'
import { retentionSchedule, runJob } from './retention.jobs.ts'
import { HOLD_CASES, MANAGE_RETENTION, SEE_RETENTION } from './retention.verbs.ts'
import { retentionTexts } from './texts.ts'

/** How long cases are kept; the pages stand at the desk (desk/retention). */
export const caseRetention: Module = {
  name: 'case-retention',
  texts: retentionTexts,
  permissions: {
    [SEE_RETENTION]: ['admin', 'auditor'],
    [MANAGE_RETENTION]: ['admin'],
    [HOLD_CASES]: ['lead', 'dispatcher', 'admin'],
  },
  jobs: [runJob],
  schedules: [retentionSchedule],
  notificationKinds: [{ kind: 'retention.deletion', text: 'retention.kind', inApp: true, email: 'now' }],
}
