import type { Module } from '#platform/module.ts'
import { homeRoutes } from './home.routes.tsx'
import { deskHomeTexts } from './texts.ts'

export const deskHome: Module = {
  name: 'desk-home',
  texts: deskHomeTexts,
  routes: homeRoutes,
  nav: [
    { area: 'main', path: '/amt', text: 'desk.nav', may: 'report.see', order: 80 },
    { area: 'desk', path: '/amt', text: 'desk.home.title', may: 'report.see', order: 10 },
  ],
}
