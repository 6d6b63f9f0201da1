import type { Module } from '#platform/module.ts'
import { mapRoutes } from './map.routes.ts'
import { placeRoutes } from './place.routes.tsx'
import { placeSearcher } from './place.searcher.ts'
import { placesTexts } from './texts.ts'

export const places: Module = { name: 'places', texts: placesTexts, routes: [...mapRoutes, ...placeRoutes], searchers: [placeSearcher] }
