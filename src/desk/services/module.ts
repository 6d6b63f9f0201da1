import type { Module } from '#platform/module.ts'
import { WRITE_SERVICES } from '#services/catalogue/index.ts'
import { SERVICES_PATH } from './paths.ts'
import { serviceRoutes } from './services.routes.tsx'
import { situationRoutes } from './situations.routes.tsx'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

/** Where the services of the town are written and published. */
export const deskServices: Module = {
  name: 'desk-services',
  texts: { de, en },
  routes: [...situationRoutes, ...serviceRoutes],
  nav: [{ area: 'admin', path: SERVICES_PATH, text: 'services.title', may: WRITE_SERVICES, order: 45 }],
}
