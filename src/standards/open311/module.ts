import type { Module } from '#platform/module.ts'
import { aboutRoutes } from './about.routes.tsx'
import { nowhereRoutes, readRoutes } from './read.routes.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'
import { nowhereToWrite, SEND, UPDATE, writeRoutes } from './write.routes.ts'

/** Open311 GeoReport v2: public reports for programs, and programs that report. */
export const open311: Module = {
  name: 'open311',
  texts: { de, en },
  routes: [...aboutRoutes, ...readRoutes, ...writeRoutes, ...nowhereRoutes, ...nowhereToWrite],
  scopes: [
    { scope: SEND, text: 'open311.scope.send' },
    { scope: UPDATE, text: 'open311.scope.update', forUnit: true },
  ],
}
