import type { Module } from '#platform/module.ts'
import { ENTER_COVER, MANAGE_COVER } from '#services/cases/index.ts'
import { coverRoutes } from './cover.routes.tsx'
import { coverTexts } from './texts.ts'

/** Who is away, and who does the work meanwhile. */
export const deskCover: Module = {
  name: 'desk-cover',
  texts: coverTexts,
  routes: coverRoutes,
  nav: [
    { area: 'mine', path: '/mein/vertretung', text: 'cover.title', may: ENTER_COVER, order: 60 },
    { area: 'desk', path: '/amt/vertretungen', text: 'cover.unit.title', may: MANAGE_COVER, order: 70 },
  ],
}
