import type { Module } from '#platform/module.ts'
import { actingRoutes } from './acting.routes.tsx'
import { directoryRoutes } from './directory.routes.tsx'
import { invitationRoutes } from './invitation.routes.tsx'
import { forgetInvitations } from './invitation.verbs.ts'
import { MANAGE_PEOPLE } from './membership.verbs.ts'
import { unitData } from './open-data.ts'
import { MANAGE_ORGANISATIONS } from './organisation.verbs.ts'
import { staffRoles } from './roles.rules.ts'
import { organisationSearcher } from './search.ts'
import { organisationTexts } from './texts.ts'

export const organisations: Module = {
  name: 'organisations',
  texts: organisationTexts,
  routes: [...directoryRoutes, ...actingRoutes, ...invitationRoutes],
  permissions: {
    [MANAGE_ORGANISATIONS]: ['admin'],
    [MANAGE_PEOPLE]: ['admin'],
    /** Look people up: all who are known in the town. Each look is kept. */
    'people.see': ['admin'],
    /** Who works where in the town hall. */
    'staff.see': staffRoles,
    /** Who has which right. */
    'rights.see': ['admin', 'auditor'],
  },
  schedules: [forgetInvitations],
  searchers: [organisationSearcher],
  dataSets: [unitData],
  nav: [{ area: 'mine', path: '/mein/handeln-fuer', text: 'organisations.acting.title', may: 'signedIn', order: 70 }],
}
