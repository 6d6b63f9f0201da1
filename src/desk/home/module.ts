import { hasNewerEvent } from '#core/memory/index.ts'
import { may } from '#platform/context.ts'
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
  topics: [
    {
      kind: 'desk',
      allowed: async (ctx, id) => id === '' && may(ctx, 'report.see'),
      changedSince: (ctx, _, since) => hasNewerEvent(ctx, ['report', 'assignment', 'work', 'question'], since),
    },
  ],
}
