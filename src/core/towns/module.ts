import { OPERATOR } from '#core/organisations/index.ts'
import type { Module } from '#platform/module.ts'
import { armsRoutes } from './arms.routes.ts'
import { WRITE_PAGES } from './page.verbs.ts'
import { townTexts } from './texts.ts'
import { MANAGE_TOWN, MANAGE_TOWNS } from './town.verbs.ts'

export const towns: Module = {
  name: 'towns',
  texts: townTexts,
  routes: armsRoutes,
  permissions: { [MANAGE_TOWN]: ['admin'], [WRITE_PAGES]: ['admin', 'editor'], [MANAGE_TOWNS]: [OPERATOR] },
}
