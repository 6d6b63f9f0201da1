import { loadConfig } from '#platform/config.ts'
import type { Route } from '#platform/http/route.ts'
import { modulesFor } from '../../../src/app.ts'

/** What the demo answers: the registry itself, so that no page can be forgotten. */
export const demoRoutes: readonly Route[] = modulesFor(
  loadConfig({ DEMO: '1', DATA_DIR: '/nowhere', SECRET: 'a secret that opens nothing at all' }),
).flatMap((module) => module.routes ?? [])
