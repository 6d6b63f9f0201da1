import { accountsModule } from '#core/accounts/index.ts'
import { apiKeysModule } from '#core/api-keys/module.ts'
import { filesModule } from '#core/files/module.ts'
import { memory } from '#core/memory/module.ts'
import { notifications } from '#core/notifications/module.ts'
import { offline } from '#core/offline/module.ts'
import { organisations } from '#core/organisations/module.ts'
import { places } from '#core/places/module.ts'
import { search } from '#core/search/module.ts'
import { towns } from '#core/towns/module.ts'
import { designTexts } from '#design/texts.ts'
import { administration } from '#desk/administration/module.ts'
import { deskApplications } from '#desk/applications/module.ts'
import { deskCase } from '#desk/case/module.ts'
import { deskCover } from '#desk/cover/module.ts'
import { deskForms } from '#desk/forms/module.ts'
import { deskHome } from '#desk/home/module.ts'
import { deskLabels } from '#desk/labels/module.ts'
import { legal } from '#desk/legal/module.ts'
import { deskLetters } from '#desk/letters/module.ts'
import { deskMemory } from '#desk/memory/module.ts'
import { deskModeration } from '#desk/moderation/module.ts'
import { operations } from '#desk/operations/module.ts'
import { deskOutside } from '#desk/outside/module.ts'
import { deskPayments } from '#desk/payments/module.ts'
import { deskPublication } from '#desk/publication/module.ts'
import { deskRetention } from '#desk/retention/module.ts'
import { deskServices } from '#desk/services/module.ts'
import { deskTasks } from '#desk/tasks/module.ts'
import { deskTextBlocks } from '#desk/textblocks/module.ts'
import { deskTours } from '#desk/tours/module.ts'
import { welcome } from '#desk/welcome/module.ts'
import { deskWorkflows } from '#desk/workflows/module.ts'
import { worklist } from '#desk/worklist/module.ts'
import type { Config } from '#platform/config.ts'
import { mail } from '#platform/mail/module.ts'
import type { Module } from '#platform/module.ts'
import { platform } from '#platform/upkeep.ts'
import { applications } from '#services/applications/module.ts'
import { builder } from '#services/builder/module.ts'
import { cases } from '#services/cases/module.ts'
import { caseRetention } from '#services/cases/retention/module.ts'
import { caseTasksModule } from '#services/cases/tasks/module.ts'
import { serviceCatalogue } from '#services/catalogue/module.ts'
import { forms } from '#services/forms/module.ts'
import { letters } from '#services/letters/module.ts'
import { payments } from '#services/payments/module.ts'
import { reportAssets } from '#services/reports/assets/module.ts'
import { contractors } from '#services/reports/contractor/module.ts'
import { reportEscalation } from '#services/reports/escalation/module.ts'
import { reportFigures } from '#services/reports/figures/module.ts'
import { incidents } from '#services/reports/incident/module.ts'
import { reports } from '#services/reports/module.ts'
import { reportsOffline } from '#services/reports/offline/module.ts'
import { reportPages } from '#services/reports/pages/module.ts'
import { reportPromises } from '#services/reports/promise/module.ts'
import { reportProof } from '#services/reports/proof/module.ts'
import { rootCauses } from '#services/reports/rootcause/module.ts'
import { reportRouting } from '#services/reports/routing/module.ts'
import { reportSubscriptions } from '#services/reports/subscriptions/module.ts'
import { workflows } from '#services/workflows/module.ts'
import { fim } from '#standards/fim/module.ts'
import { openData } from '#standards/open-data/module.ts'
import { open311 } from '#standards/open311/module.ts'
import { webhooksModule } from '#standards/webhooks/module.ts'

/** The composition: what Stadtplatz is made of, in order. */
export const modulesFor = (config: Config): readonly Module[] => [
  platform,
  { name: 'design', texts: designTexts },
  memory,
  accountsModule({ demo: config.demo, oidcProviders: config.oidcProviders }),
  organisations,
  apiKeysModule,
  towns,
  search,
  filesModule,
  places,
  mail,
  notifications,
  offline,
  cases,
  caseTasksModule,
  caseRetention,
  serviceCatalogue,
  forms,
  workflows,
  applications,
  builder,
  letters,
  payments,
  reports,
  reportSubscriptions,
  reportAssets,
  reportPromises,
  incidents,
  reportFigures,
  reportRouting,
  reportEscalation,
  reportsOffline,
  reportPages,
  contractors,
  reportProof,
  rootCauses,
  open311,
  fim,
  welcome,
  administration,
  deskRetention,
  deskWorkflows,
  deskHome,
  worklist,
  deskApplications,
  deskServices,
  deskPublication,
  deskForms,
  deskTextBlocks,
  deskLetters,
  deskPayments,
  deskTasks,
  deskLabels,
  deskCover,
  deskModeration,
  deskTours,
  deskOutside,
  deskCase,
  deskMemory,
  webhooksModule(config),
  operations,
  openData,
  legal,
]
