import type { Module } from '#platform/module.ts'
import { appRoutes } from './app.routes.ts'
import { offlineTexts } from './texts.ts'
import { waitingRoutes } from './waiting.routes.tsx'

export const offline: Module = { name: 'offline', texts: offlineTexts, routes: [...appRoutes, ...waitingRoutes] }
