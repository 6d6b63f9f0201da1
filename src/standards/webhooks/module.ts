import { may } from '#platform/context.ts'
import type { Module } from '#platform/module.ts'
import { receiverRoutes } from './demo/receiver.routes.tsx'
import { hearPublic } from './hear.ts'
import { useOwnReceiver } from './setting.ts'
import { webhookTexts } from './texts.ts'
import { replayJob, sendAgain, sendJob, tidy, tidyJob } from './webhook.jobs.ts'
import { webhookRoutes } from './webhook.routes.tsx'
import { MANAGE_WEBHOOKS } from './webhook.rules.ts'
import { PATH } from './webhooks.view.tsx'

/** Other programs hear of what becomes public. `port`: where this program itself listens; only the demo sends to itself. */
export function webhooksModule({ demo, port }: { demo: boolean; port: number }): Module {
  useOwnReceiver(demo ? ({ slug }) => `http://127.0.0.1:${port}/t/${slug}` : undefined)
  return {
    name: 'webhooks',
    texts: webhookTexts,
    routes: [...webhookRoutes, ...(demo ? receiverRoutes : [])],
    permissions: { [MANAGE_WEBHOOKS]: ['admin'] },
    listeners: [hearPublic],
    jobs: [sendJob, replayJob, tidyJob],
    schedules: [sendAgain, tidy],
    nav: [{ area: 'admin', path: PATH, text: 'webhook.title', may: MANAGE_WEBHOOKS, order: 84 }],
    topics: [{ kind: 'webhook', allowed: async (ctx) => may(ctx, MANAGE_WEBHOOKS) }],
    notificationKinds: [{ kind: 'webhook.off', text: 'webhook.notice.off', inApp: true, email: 'now', may: MANAGE_WEBHOOKS, always: true }],
  }
}
