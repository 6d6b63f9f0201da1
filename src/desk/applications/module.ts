import type { Module } from '#platform/module.ts'
import { applicationRoutes } from './application.routes.tsx'
import { bulkRoutes } from './bulk.routes.tsx'
import { bulkTexts } from './bulk.texts.ts'
import { figureRoutes } from './figures.routes.tsx'
import { figureTexts } from './figures.texts.ts'
import { letterRoutes } from './letter.routes.tsx'
import { listRoutes } from './list.routes.tsx'
import { PATH } from './list-query.rules.ts'
import { objectionDeskTexts } from './objection.texts.ts'
import { postRoutes } from './post.routes.tsx'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

/** The desk pages of applications: work list, one application, its letters. */
export const deskApplications: Module = {
  name: 'desk-applications',
  texts: {
    de: { ...de, ...objectionDeskTexts.de, ...figureTexts.de, ...bulkTexts.de },
    en: { ...en, ...objectionDeskTexts.en, ...figureTexts.en, ...bulkTexts.en },
  },
  routes: [...listRoutes, ...figureRoutes, ...bulkRoutes, ...postRoutes, ...letterRoutes, ...applicationRoutes],
  nav: [{ area: 'desk', path: PATH, text: 'deskApplications.title', may: 'application.see', order: 15 }],
}
