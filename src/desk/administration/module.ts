import type { Module } from '#platform/module.ts'
import { organisationRoutes } from './organisations/organisations.routes.tsx'
import { administrationTexts } from './texts.ts'

export const administration: Module = { name: 'administration', texts: administrationTexts, routes: organisationRoutes }
