import type { Module } from '#platform/module.ts'
import { openDataRoutes } from './open-data.routes.tsx'
import { openDataSearcher } from './search.ts'
import { openDataTexts } from './texts.ts'

/** The data sets of all modules, for people and for data portals. */
export const openData: Module = { name: 'openData', texts: openDataTexts, routes: openDataRoutes, searchers: [openDataSearcher] }
