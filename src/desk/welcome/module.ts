import type { Module } from '#platform/module.ts'
import { welcomeRoutes } from './welcome.routes.tsx'

export const welcome: Module = {
  name: 'welcome',
  texts: { de: { 'welcome.title': 'Die Stadt heute' }, en: { 'welcome.title': 'The town today' } },
  routes: welcomeRoutes,
}
