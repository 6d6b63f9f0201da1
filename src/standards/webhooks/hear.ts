import type { Ctx } from '#platform/context.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import type { Happened, Listener } from '#platform/module.ts'
import { reportProcess } from '#services/reports/index.ts'
import { type NewDelivery, queueDeliveries } from './delivery.sql.ts'
import { kindOf, toldEvents } from './kinds.rules.ts'
import type { Webhook } from './webhook.rules.ts'
import { webhooksOf } from './webhook.sql.ts'

/** Jobs of this queue run one after the other in the whole installation, so that slow receivers hold one worker at most. */
const QUEUE = 'webhooks'

/** Sends what is due, soon. Said again it is the same job. */
export const sendSoon = (ctx: Pick<Ctx, 'town' | 'outgoing'>): void => enqueue(ctx, 'webhook.send', {}, { key: 'webhooks', queue: QUEUE })

/** An event as a listener gets it, or as the log keeps it. */
type Told = Pick<Happened, 'id' | 'kind' | 'at' | 'data' | 'about'> & { audience: string; role: string }

/** What was taken over from another system is no news. */
const IMPORTED = 'import'

/** What a webhook is to hear of an event; undefined where it is none of its business. */
export function deliveryFor(webhook: Pick<Webhook, 'id' | 'kinds'>, told: Told): NewDelivery | undefined {
  const { id, kind: event, audience, role, at, data, about } = told
  const kind = kindOf(event)
  const caseId = about.find(({ type }) => type === 'case')?.id
  if (audience !== 'public' || role === IMPORTED || !kind || !webhook.kinds.includes(kind)) return undefined
  if (!caseId || typeof data.number !== 'string') return undefined
  const to = typeof data.to === 'string' ? data.to : ''
  const stage = to in reportProcess.states ? reportProcess.states[to as keyof typeof reportProcess.states] : undefined
  return { webhookId: webhook.id, eventId: id, kind, caseId, number: data.number, stage, happenedAt: at }
}

/** Puts what happened in line for every webhook that wants it: one that is paused as well, none that is off. */
export const hearPublic: Listener = {
  name: 'webhooks.hear',
  kinds: toldEvents,
  concerns: ({ audience }) => audience === 'public',
  react: async (ctx, event) => {
    const wanted = (await webhooksOf(ctx))
      .filter(({ state }) => state !== 'off')
      .flatMap((webhook) => deliveryFor(webhook, { ...event, role: event.actor.role }) ?? [])
    if ((await queueDeliveries(ctx, wanted)) > 0) sendSoon(ctx)
  },
}
