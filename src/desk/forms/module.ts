import type { Module } from '#platform/module.ts'
import { formRoutes, WRITE } from './forms.routes.tsx'
import { looseRoutes } from './loose.routes.tsx'
import { onlineRoutes } from './online.routes.tsx'
import { partRoutes } from './parts.routes.tsx'
import { FORMS } from './paths.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

/** Where forms are written without code, under the service that they belong to. */
export const deskForms: Module = {
  name: 'desk-forms',
  texts: { de, en },
  routes: [...formRoutes, ...partRoutes, ...onlineRoutes, ...looseRoutes],
  nav: [{ area: 'admin', path: FORMS, text: 'builder.forms', may: WRITE, order: 50 }],
}
