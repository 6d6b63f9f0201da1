import { type EventKind, record } from '#core/memory/index.ts'
import { addDays, endOfDay } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { enqueue } from '#platform/jobs/enqueue.ts'
import { seal } from '#platform/keys.ts'
import { announce } from '#platform/live/changes.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { deliveryBy, queueDeliveries } from './delivery.sql.ts'
import { sendSoon } from './hear.ts'
import { KEPT_DAYS, OVERLAP_MS } from './retry.rules.ts'
import { SEAL } from './send.ts'
import { troubleWith } from './setting.ts'
import { newWebhookSecret } from './signature.rules.ts'
import { webhookEvents } from './webhook.events.ts'
import { MOST_WEBHOOKS, type ReplayInput, TEST, type Webhook, type WebhookInput } from './webhook.rules.ts'
import { changeWebhook, deleteWebhook, holdTown, insertWebhook, type WebhookChanges, webhookById, webhooksOf } from './webhook.sql.ts'

/** The secret is handed out here and never again. */
export type Registered = { id: string; secret: string }

const tell = (ctx: Ctx, event: EventKind, id: string, data: Record<string, unknown> = {}) =>
  record(ctx, event, { about: [{ type: 'webhook', id }], data })

const urlRefused = (ctx: Ctx, url: string) => {
  const trouble = troubleWith(ctx, url)
  return trouble && refuse(`webhook.${trouble}`, { field: 'url' })
}

/** Registers an address. Refuses: `webhook.tooMany`, `webhook.sameAddress` and what is wrong with the address. */
export async function registerWebhook(ctx: Ctx, { name, url, kinds }: WebhookInput): Promise<Result<Registered>> {
  const wrong = urlRefused(ctx, url)
  if (wrong) return wrong
  await holdTown(ctx)
  const others = await webhooksOf(ctx)
  if (others.length >= MOST_WEBHOOKS) return refuse('webhook.tooMany', { facts: { most: MOST_WEBHOOKS } })
  if (others.some((one) => one.url === url)) return refuse('webhook.sameAddress', { field: 'url' })
  const [id, secret] = [newId(ctx.now().getTime()), newWebhookSecret()]
  await insertWebhook(ctx, { id, name, url, kinds: [...new Set(kinds)], secret: seal(SEAL, secret) })
  await tell(ctx, webhookEvents.registered, id)
  return ok({ id, secret })
}

/** The webhook, held for this transaction; refused if somebody changed it since the form was made. */
async function held(ctx: Ctx, id: string, version?: number): Promise<Result<Webhook, 'unknown' | 'webhook.changedMeanwhile'>> {
  const webhook = await webhookById(ctx, id, { hold: true })
  if (!webhook) return refuse('unknown')
  return version === undefined || version === webhook.version ? ok(webhook) : refuse('webhook.changedMeanwhile')
}

export async function editWebhook(
  ctx: Ctx,
  { id, name, url, kinds, version }: WebhookInput & { id: string },
): Promise<Result<{ id: string }>> {
  const found = await held(ctx, id, version)
  if (!found.ok) return found
  const wrong = url === found.value.url ? undefined : urlRefused(ctx, url)
  if (wrong) return wrong
  if ((await webhooksOf(ctx)).some((one) => one.url === url && one.id !== id)) return refuse('webhook.sameAddress', { field: 'url' })
  // A new address starts without what was learnt of the old one.
  const moved = url === found.value.url ? {} : { failing_since: null }
  return await change(ctx, found.value, webhookEvents.changed, { name, url, kinds: [...new Set(kinds)], ...moved })
}

async function change(ctx: Ctx, { id }: Webhook, event: EventKind, changes: WebhookChanges): Promise<Result<{ id: string }>> {
  await changeWebhook(ctx, id, changes)
  await tell(ctx, event, id)
  return ok({ id })
}

/** Nothing is sent for a while; what happens is kept in line. */
export async function pauseWebhook(ctx: Ctx, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const found = await held(ctx, id)
  if (!found.ok) return found
  return found.value.state === 'on' ? await change(ctx, found.value, webhookEvents.paused, { state: 'paused' }) : ok({ id })
}

/** Goes on with what waits; also after it was switched off. */
export async function resumeWebhook(ctx: Ctx, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const found = await held(ctx, id)
  if (!found.ok) return found
  if (found.value.state === 'on') return ok({ id })
  sendSoon(ctx)
  return await change(ctx, found.value, webhookEvents.resumed, { state: 'on', off_reason: null, failing_since: null })
}

/** A new secret; the old one signs as well for a day. */
export async function renewSecret(ctx: Ctx, { id }: { id: string }): Promise<Result<Registered>> {
  const found = await held(ctx, id)
  if (!found.ok) return found
  const secret = newWebhookSecret()
  const oldUntil = new Date(ctx.now().getTime() + OVERLAP_MS)
  await change(ctx, found.value, webhookEvents.secretRenewed, {
    secret: seal(SEAL, secret),
    old_secret: found.value.secret,
    old_until: oldUntil,
  })
  return ok({ id, secret })
}

export async function removeWebhook(ctx: Ctx, { id }: { id: string }): Promise<Result<{ name: string }>> {
  const found = await held(ctx, id)
  if (!found.ok) return found
  await deleteWebhook(ctx, id)
  await tell(ctx, webhookEvents.removed, id)
  return ok({ name: found.value.name })
}

/** Sends a message that says nothing but "test", whatever the state of the webhook. */
export async function sendTest(ctx: Ctx, { id }: { id: string }): Promise<Result<{ id: string; eventId: string }>> {
  const found = await held(ctx, id)
  if (!found.ok) return found
  const eventId = newId(ctx.now().getTime())
  await queueDeliveries(ctx, [
    { webhookId: id, eventId, kind: TEST, caseId: undefined, number: undefined, stage: undefined, happenedAt: ctx.now() },
  ])
  sendSoon(ctx)
  announce(ctx, [`webhook:${id}`])
  return ok({ id, eventId })
}

/** One delivery again, under the same id. */
export async function repeatDelivery(
  ctx: Ctx,
  { id, eventId }: { id: string; eventId: string },
): Promise<Result<{ id: string; eventId: string }>> {
  const delivery = (await webhookById(ctx, id)) && (await deliveryBy(ctx, id, eventId))
  if (!delivery) return refuse('unknown')
  if (delivery.state === 'waiting') return refuse('webhook.stillWaiting')
  await queueDeliveries(ctx, [{ ...delivery, webhookId: id }], ['sent', 'failed', 'withheld'])
  sendSoon(ctx)
  announce(ctx, [`webhook:${id}`])
  return ok({ id, eventId })
}

/** All of some days again. Refuses a period that is longer or older than what is kept. */
export async function replayPeriod(ctx: Ctx, { id, from, until, all }: ReplayInput & { id: string }): Promise<Result<{ id: string }>> {
  const found = await held(ctx, id)
  if (!found.ok) return found
  const start = new Date(endOfDay(addDays(from, -1), ctx.town.timeZone).getTime() + 1_000)
  const end = new Date(endOfDay(until, ctx.town.timeZone).getTime() + 999)
  if (start.getTime() < ctx.now().getTime() - (KEPT_DAYS + 1) * 86_400_000)
    return refuse('webhook.tooOld', { field: 'from', facts: { days: KEPT_DAYS } })
  enqueue(ctx, 'webhook.replay', { webhookId: id, from: start.toISOString(), until: end.toISOString(), all: all === 'on' })
  await tell(ctx, webhookEvents.replayed, id, { from, until })
  return ok({ id })
}
