import type { Module } from '#platform/module.ts'
import { MANAGE_LETTERS } from '#services/letters/index.ts'
import { headRoutes } from './head.routes.tsx'
import { PATH } from './paths.ts'
import { templateRoutes } from './template.routes.tsx'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

export const deskLetters: Module = {
  name: 'desk-letters',
  texts: { de, en },
  routes: [...headRoutes, ...templateRoutes],
  nav: [{ area: 'admin', path: PATH, text: 'deskLetters.title', may: MANAGE_LETTERS, order: 65 }],
}
