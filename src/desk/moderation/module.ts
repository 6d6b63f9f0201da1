import type { Module } from '#platform/module.ts'
import { blockRoutes } from './block.routes.tsx'
import { photoRoutes } from './photo.routes.tsx'
import { texts } from './texts.ts'

/** What moderators do to photos and senders. */
export const deskModeration: Module = {
  name: 'desk-moderation',
  texts,
  routes: [...photoRoutes, ...blockRoutes],
  nav: [{ area: 'desk', path: '/amt/sperren', text: 'blocks.title', may: 'report.moderate', order: 60 }],
}
