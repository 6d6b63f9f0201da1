import type { Module } from '#platform/module.ts'
import { remindJob, remindSchedule } from './task.jobs.ts'
import { taskTexts } from './texts.ts'

/** Tasks with a deadline about a case; their pages stand at the desk. */
export const caseTasksModule: Module = {
  name: 'case-tasks',
  texts: taskTexts,
  jobs: [remindJob],
  schedules: [remindSchedule],
  notificationKinds: [
    { kind: 'task.given', text: 'task.notice.given', inApp: true, email: 'off', may: 'report.see' },
    { kind: 'task.due', text: 'task.notice.due', inApp: true, email: 'off', may: 'report.see' },
  ],
}
