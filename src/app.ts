import { accountsModule } from '#core/accounts/index.ts'
import { filesModule } from '#core/files/module.ts'
import { memory } from '#core/memory/module.ts'
import { notifications } from '#core/notifications/module.ts'
import { organisations } from '#core/organisations/module.ts'
import { places } from '#core/places/module.ts'
import { designTexts } from '#design/texts.ts'
import { operations } from '#desk/operations/module.ts'
import { welcome } from '#desk/welcome/module.ts'
import type { Config } from '#platform/config.ts'
import { mail } from '#platform/mail/module.ts'
import type { Module } from '#platform/module.ts'
import { platform } from '#platform/upkeep.ts'
import { cases } from '#services/cases/module.ts'
import { reports } from '#services/reports/module.ts'

/** The composition: what Stadtplatz is made of, in order. */
export const modulesFor = (config: Config): readonly Module[] => [
  platform,
  { name: 'design', texts: designTexts },
  memory,
  accountsModule({ demo: config.demo, oidcProviders: config.oidcProviders, key: config.key('accounts') }),
  organisations,
  filesModule,
  places,
  mail,
  notifications,
  cases,
  reports,
  welcome,
  operations,
]
