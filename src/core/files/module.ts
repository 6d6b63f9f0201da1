import type { Module } from '#platform/module.ts'
import { eraseJob, removeUnusedHourly } from './erase.jobs.ts'
import { scanJob } from './scan.verbs.ts'
import { serveRoute } from './serve.routes.ts'
import { filesTexts } from './texts.ts'
import { uploadRoutes } from './upload.routes.ts'

export const filesModule: Module = {
  name: 'files',
  texts: filesTexts,
  routes: [...uploadRoutes, serveRoute],
  jobs: [scanJob, eraseJob],
  schedules: [removeUnusedHourly],
}
