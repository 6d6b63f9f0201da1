import { z } from 'zod'
import { eventLog } from '#core/memory/index.ts'
import { DAY_MS } from '#platform/calendar/day.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { defineJob, type Schedule } from '#platform/module.ts'
import { hasDue, queueDeliveries, removeDeliveries } from './delivery.sql.ts'
import { deliveryFor, sendSoon } from './hear.ts'
import { eventsOf } from './kinds.rules.ts'
import { KEPT_DAYS } from './retry.rules.ts'
import { sendDue } from './send.ts'
import { webhookById } from './webhook.sql.ts'

export const sendJob = defineJob({
  name: 'webhook.send',
  payload: z.object({}),
  run: async (ctx) => ctx.afterCommit(() => sendDue(ctx)),
})

/** What comes due by itself: another attempt, or one that was lost with its process. */
export const sendAgain: Schedule = {
  name: 'webhook.again',
  cron: '* * * * *',
  run: async (ctx) => {
    if (await hasDue(ctx)) sendSoon(ctx)
  },
}

/** So many events are put in line in one transaction. */
const PAGE = 200

/** Puts the public events of a period in line again, newest first, page by page: those that were not sent, or `all`. */
export const replayJob = defineJob({
  name: 'webhook.replay',
  payload: z.object({
    webhookId: z.uuid(),
    from: z.coerce.date(),
    until: z.coerce.date(),
    all: z.boolean(),
    before: z.uuid().optional(),
  }),
  run: async (ctx, { webhookId, from, until, all, before }) => {
    const webhook = await webhookById(ctx, webhookId)
    if (!webhook) return
    const events = await eventLog(ctx, eventsOf(webhook.kinds), { from, until, ...(before ? { before } : {}) }, PAGE)
    const wanted = events.flatMap((event) => deliveryFor(webhook, { ...event, role: event.actorRole }) ?? [])
    if ((await queueDeliveries(ctx, wanted, all ? ['sent', 'failed', 'withheld'] : ['failed', 'withheld'])) > 0) sendSoon(ctx)
    const last = events[PAGE - 1]
    if (last) enqueue(ctx, replayJob.name, { webhookId, from, until, all, before: last.id })
  },
})

const REMOVED_AT_ONCE = 500

/** Removes deliveries after their time, page by page. */
export const tidyJob = defineJob({
  name: 'webhook.tidy',
  payload: z.object({}),
  run: async (ctx) => {
    const removed = await removeDeliveries(ctx, new Date(ctx.now().getTime() - KEPT_DAYS * DAY_MS), REMOVED_AT_ONCE)
    if (removed === REMOVED_AT_ONCE) enqueue(ctx, tidyJob.name, {}, { key: 'webhook tidy' })
  },
})

export const tidy: Schedule = {
  name: 'webhook.tidyNightly',
  cron: '50 2 * * *',
  run: async (ctx) => enqueue(ctx, tidyJob.name, {}, { key: 'webhook tidy' }),
}
