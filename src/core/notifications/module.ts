import type { Ctx } from '#platform/context.ts'
import { hasMailbox } from '#platform/mail/mailing.ts'
import type { Module } from '#platform/module.ts'
import { liveRoutes } from './live.routes.ts'
import { mailboxRoutes } from './mailbox.routes.tsx'
import { notificationRoutes } from './notification.routes.tsx'
import { hasNewer } from './notification.sql.ts'
import { summaryJob, summarySchedule, tidyNotifications } from './summary.jobs.ts'
import { de } from './texts.de.ts'
import { en } from './texts.en.ts'

const own = {
  allowed: async (ctx: Ctx, id: string) => id === '' && ctx.actor.personId !== undefined,
  tags: (ctx: Ctx) => [`person:${ctx.actor.personId}`],
  changedSince: async (ctx: Ctx, _: string, since: string) =>
    ctx.actor.personId !== undefined && (await hasNewer(ctx, ctx.actor.personId, since)),
}

export const notifications: Module = {
  name: 'notifications',
  texts: { de, en },
  routes: [...notificationRoutes, ...liveRoutes, ...mailboxRoutes],
  jobs: [summaryJob],
  schedules: [summarySchedule, tidyNotifications],
  nav: [{ area: 'mine', path: '/mein/mitteilungen', text: 'notifications.title', may: 'signedIn', order: 80 }],
  topics: [
    { kind: 'bell', quiet: true, ...own },
    { kind: 'mine', ...own },
    { kind: 'mailbox', allowed: async (ctx, id) => id === '' && hasMailbox(ctx.town), changedSince: async () => false },
  ],
}
