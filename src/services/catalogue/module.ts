import type { Module } from '#platform/module.ts'
import { serviceData } from './open-data.ts'
import { serviceSearcher } from './search.ts'
import { serviceRoutes } from './service.routes.tsx'
import { PUBLISH_SERVICES } from './service.verbs.ts'
import { WRITE_SERVICES } from './situation.verbs.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

/** Services as the town describes them, for everybody; they are written at the desk (desk/services). */
export const serviceCatalogue: Module = {
  name: 'catalogue',
  texts: { de, en },
  routes: serviceRoutes,
  permissions: { [WRITE_SERVICES]: ['editor', 'admin'], [PUBLISH_SERVICES]: ['editor', 'admin'] },
  searchers: [serviceSearcher],
  dataSets: [serviceData],
  nav: [{ area: 'main', path: '/dienste', text: 'service.nav', may: 'everyone', order: 5 }],
}
