import type { Module } from '#platform/module.ts'
import { mapRoutes } from './map.routes.ts'
import { placeDataTexts } from './open-data.texts.ts'
import { placeData } from './open-data.ts'
import { placeRoutes } from './place.routes.tsx'
import { placeSearcher } from './place.searcher.ts'
import { placesTexts } from './texts.ts'

export const places: Module = {
  name: 'places',
  texts: { de: { ...placesTexts.de, ...placeDataTexts.de }, en: { ...placesTexts.en, ...placeDataTexts.en } },
  routes: [...mapRoutes, ...placeRoutes],
  searchers: [placeSearcher],
  dataSets: [placeData],
}
