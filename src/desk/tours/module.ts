import type { Module } from '#platform/module.ts'
import { tourTexts } from './texts.ts'
import { tourRoutes } from './tour.routes.tsx'

export const deskTours: Module = { name: 'desk-tours', texts: tourTexts, routes: tourRoutes }
