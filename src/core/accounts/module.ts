import type { Module } from '#platform/module.ts'
import { tidyAccounts } from './account.jobs.ts'
import { challengeMailJob } from './challenges/challenge.jobs.ts'
import { demoRoutes } from './demo/demo.routes.ts'
import { mineRoutes } from './mine/mine.routes.tsx'
import { proveRoutes } from './mine/prove.routes.tsx'
import { securityRoutes } from './mine/security.routes.tsx'
import { resetRoutes } from './password/reset.routes.tsx'
import { preferenceRoutes } from './preferences/preferences.routes.ts'
import { providerRoutes } from './providers/provider.routes.tsx'
import { readProviders } from './providers/provider.rules.ts'
import { signInRoutes } from './sign-in/sign-in.routes.tsx'
import { signUpRoutes } from './sign-up/sign-up.routes.tsx'
import { accountTexts } from './texts.ts'
import { tellTownJob } from './towns/towns.jobs.ts'

export type AccountSettings = {
  /** Whether this installation is a demo: only then the one-click sign-in exists at all. */
  demo: boolean
  /** OIDC_PROVIDERS as it was set. */
  oidcProviders?: string | undefined
}

/** Throws a sentence when the settings cannot be used. */
export function accountsModule({ demo, oidcProviders }: AccountSettings): Module {
  const providers = readProviders(oidcProviders)
  return {
    name: 'accounts',
    texts: accountTexts,
    routes: [
      ...signInRoutes({ demo, providers }),
      ...signUpRoutes,
      ...resetRoutes,
      ...providerRoutes(providers),
      ...mineRoutes,
      ...securityRoutes(providers),
      ...proveRoutes,
      ...preferenceRoutes,
      ...(demo ? demoRoutes : []),
    ],
    jobs: [challengeMailJob, tellTownJob],
    schedules: [tidyAccounts],
  }
}
