import { MANAGE_API_KEYS } from '#core/api-keys/index.ts'
import { MANAGE_ORGANISATIONS, OPERATOR } from '#core/organisations/index.ts'
import { MANAGE_TOWN, MANAGE_TOWNS, WRITE_PAGES } from '#core/towns/index.ts'
import { GalleryPage } from '#design/gallery/gallery-page.tsx'
import { get } from '#platform/http/route.ts'
import type { Module, NavEntry } from '#platform/module.ts'
import { apiKeyRoutes } from './api-keys/api-keys.routes.tsx'
import { API_KEYS_PATH } from './api-keys/api-keys.view.tsx'
import { logRoutes } from './log/log.routes.tsx'
import { organisationRoutes } from './organisations/organisations.routes.tsx'
import { overviewRoutes } from './overview.routes.tsx'
import { invitationPages } from './people/invitations.routes.tsx'
import { peopleRoutes } from './people/people.routes.tsx'
import { rightsRoutes } from './people/rights.routes.tsx'
import { categoryRoutes } from './reports/categories.routes.tsx'
import { draftRoutes } from './reports/draft.routes.tsx'
import { routingRoutes } from './reports/routing.routes.tsx'
import { administrationTexts } from './texts.ts'
import { townRoutes } from './town/town.routes.tsx'

const admin = (order: number, path: string, text: string, may: string): NavEntry => ({
  area: 'admin',
  path: `/verwaltung${path}`,
  text,
  may,
  order,
})

export const administration: Module = {
  name: 'administration',
  texts: administrationTexts,
  routes: [
    ...overviewRoutes,
    ...organisationRoutes,
    ...invitationPages,
    ...peopleRoutes,
    ...rightsRoutes,
    ...categoryRoutes,
    ...routingRoutes,
    ...draftRoutes,
    ...townRoutes,
    ...logRoutes,
    ...apiKeyRoutes,
    get('/design', { may: 'everyone', audience: 'internal', show: () => GalleryPage() }),
  ],
  permissions: {
    'administration.see': ['admin', 'auditor', 'editor', OPERATOR],
    'audit.see': ['auditor', 'admin'],
  },
  nav: [
    admin(0, '', 'administration.overview', 'administration.see'),
    admin(10, '/organisationen', 'administration.organisations', MANAGE_ORGANISATIONS),
    admin(20, '/personen', 'administration.people', 'people.see'),
    admin(30, '/rechte', 'administration.rights', 'rights.see'),
    admin(35, '/verzeichnis', 'administration.staff', 'staff.see'),
    admin(40, '/kategorien', 'administration.categories', 'report.configure'),
    admin(50, '/zustaendigkeit', 'administration.routing', 'report.configure'),
    admin(60, '/ortsteile', 'administration.districts', 'report.configure'),
    admin(70, '/stadt', 'administration.town', MANAGE_TOWN),
    admin(80, '/seiten', 'administration.pages', WRITE_PAGES),
    admin(85, API_KEYS_PATH.replace('/verwaltung', ''), 'administration.apiKeys', MANAGE_API_KEYS),
    admin(90, '/protokoll', 'administration.log', 'audit.see'),
    admin(100, '/staedte', 'administration.towns', MANAGE_TOWNS),
    { area: 'main', path: '/verwaltung', text: 'administration.title', may: 'administration.see', order: 95 },
    { area: 'desk', path: '/verwaltung/verzeichnis', text: 'administration.staff', may: 'staff.see', order: 90 },
    { area: 'mine', path: '/mein/daten/zugriffe', text: 'administration.reads.mine', may: 'signedIn', order: 90 },
  ],
}
