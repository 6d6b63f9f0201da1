import type { Module } from '#platform/module.ts'
import { directRoutes } from './direct.routes.tsx'
import { forgetDrafts } from './draft.verbs.ts'
import { joinRoutes } from './join.routes.tsx'
import { mineRoutes } from './mine.routes.tsx'
import { partyRoutes } from './party.routes.tsx'
import { pointRoutes } from './points.routes.ts'
import { proposalRoutes } from './proposal.routes.ts'
import { receiptRoutes } from './receipt.routes.tsx'
import { kindRoutes } from './report-form.kind.routes.tsx'
import { placeRoutes } from './report-form.place.routes.tsx'
import { questionRoutes } from './report-form.questions.routes.tsx'
import { sendRoutes } from './report-form.send.routes.tsx'
import { similarRoutes } from './report-form.similar.routes.tsx'
import { whatRoutes } from './report-form.what.routes.tsx'
import { listRoutes } from './report-list.routes.tsx'
import { reportPageRoutes } from './report-page.routes.tsx'
import { statusRoutes } from './status.routes.tsx'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

/** The citizens' pages. Addresses with fixed words come before `/meldungen/:number`, which would take them for numbers. */
export const reportPages: Module = {
  name: 'reportPages',
  texts: { de, en },
  routes: [
    ...proposalRoutes,
    ...whatRoutes,
    ...placeRoutes,
    ...kindRoutes,
    ...questionRoutes,
    ...similarRoutes,
    ...sendRoutes,
    ...receiptRoutes,
    ...statusRoutes,
    ...partyRoutes,
    ...joinRoutes,
    ...directRoutes,
    ...listRoutes,
    ...pointRoutes,
    ...reportPageRoutes,
    ...mineRoutes,
  ],
  schedules: [forgetDrafts],
  nav: [
    { area: 'main', path: '/meldungen', text: 'reports.nav', may: 'everyone', order: 10 },
    { area: 'main', path: '/status', text: 'status.nav', may: 'everyone', order: 20 },
    { area: 'mine', path: '/mein/meldungen', text: 'mine.reports', may: 'signedIn', order: 10 },
  ],
}
