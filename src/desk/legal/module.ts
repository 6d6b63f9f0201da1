import type { Module } from '#platform/module.ts'
import { legalRoutes } from './legal.routes.tsx'
import { pageSearcher } from './search.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

export const legal: Module = { name: 'legal', texts: { de, en }, routes: legalRoutes, searchers: [pageSearcher] }
