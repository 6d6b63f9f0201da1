import type { Module } from '#platform/module.ts'
import { mineRoutes } from './mine.routes.tsx'
import { welcomeTexts } from './texts.ts'
import { welcomeRoutes } from './welcome.routes.tsx'

export const welcome: Module = { name: 'welcome', texts: welcomeTexts, routes: [...welcomeRoutes, ...mineRoutes] }
