import type { Module } from '#platform/module.ts'
import { figuresJob, figuresSchedule } from './figures.jobs.ts'
import { figuresRoutes } from './figures.routes.tsx'
import { figuresSearcher } from './figures.search.ts'
import { openDataRoutes } from './open-data.routes.ts'
import { reportData } from './open-data.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

/** Public figures and open data. Stands before the citizens' pages, whose `/meldungen/:number` would take `zahlen` for a number. */
export const reportFigures: Module = {
  name: 'reportFigures',
  texts: { de, en },
  routes: [...figuresRoutes, ...openDataRoutes],
  jobs: [figuresJob],
  schedules: [figuresSchedule],
  searchers: [figuresSearcher],
  dataSets: [reportData],
}
