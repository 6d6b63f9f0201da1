import type { Module } from '#platform/module.ts'
import { lapseJob, lapseSchedule } from './letter/letter.jobs.ts'
import { letterNews } from './letter/letter.news.ts'
import { letterRoutes } from './letter/letter.routes.tsx'
import { MANAGE_LETTERS } from './letters.permission.ts'
import { letterTexts } from './texts.ts'

/** Letters, receipts and their templates; their pages for staff stand at the desk (desk/letters). */
export const letters: Module = {
  name: 'letters',
  texts: letterTexts,
  routes: letterRoutes,
  permissions: { [MANAGE_LETTERS]: ['editor', 'admin'] },
  listeners: [letterNews],
  jobs: [lapseJob],
  schedules: [lapseSchedule],
  notificationKinds: [
    { kind: 'letter.news', text: 'letters.notice.news', inApp: true, email: 'now' },
    { kind: 'letter.lapsed', text: 'letters.notice.lapsed', inApp: true, email: 'off', may: 'report.work' },
  ],
}
