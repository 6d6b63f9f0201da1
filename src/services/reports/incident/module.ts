import type { Module } from '#platform/module.ts'
import { incidentDeskRoutes } from './desk.routes.tsx'
import { incidentTexts } from './texts.ts'

/** Several reports of one damage: joined, parted, and taken back. */
export const incidents: Module = { name: 'incidents', texts: incidentTexts, routes: incidentDeskRoutes }
