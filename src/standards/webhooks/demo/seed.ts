import { eventLog } from '#core/memory/index.ts'
import { DAY_MS } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { seeded } from '#platform/seeded.ts'
import { queueDeliveries } from '../delivery.sql.ts'
import { deliveryFor } from '../hear.ts'
import { eventsOf, type WebhookKind } from '../kinds.rules.ts'
import { delays } from '../retry.rules.ts'
import { conclude } from '../send.ts'
import { OWN_RECEIVER } from '../webhook.rules.ts'
import { webhookById } from '../webhook.sql.ts'
import { registerWebhook } from '../webhook.verbs.ts'

const TAKEN = '{"angenommen":true}'
const BROKEN = '{"fehler":"Datenbank nicht erreichbar"}'

type Plan = { name: string; url: string; kinds: WebhookKind[]; days: number; events: number; brokenDays?: number }

const plans: readonly Plan[] = [
  {
    name: 'Baustellenkarte des Landkreises',
    url: `${OWN_RECEIVER}ok`,
    kinds: ['report.published', 'report.planned', 'report.done', 'report.ended', 'report.hidden'],
    days: 21,
    events: 40,
  },
  {
    name: 'Störungsdienst der Stadtwerke',
    url: `${OWN_RECEIVER}kaputt`,
    kinds: ['report.accepted', 'report.started', 'report.done'],
    days: 14,
    events: 16,
    brokenDays: 2,
  },
]

/** Two programs that hear of the town's reports: one well, one broken since two days. The newest of both is left for the worker to send. */
export async function seedWebhooks(ctx: Ctx): Promise<void> {
  for (const plan of plans) await seedOne(ctx, plan)
}

async function seedOne(ctx: Ctx, { name, url, kinds, days, events: most, brokenDays = 0 }: Plan): Promise<void> {
  const ago = (count: number) => new Date(ctx.now().getTime() - count * DAY_MS)
  const at = (when: Date): Ctx => ({ ...ctx, now: () => when })
  const made = await registerWebhook(at(ago(days)), { name, url, kinds, version: undefined })
  if (!made.ok) throw new Error(`the demo's webhook ${name} is refused: ${made.refusal.code}`)
  const webhook = await webhookById(ctx, made.value.id)
  if (!webhook) throw new Error(`the demo's webhook ${name} is missing`)
  const found = await eventLog(ctx, eventsOf(kinds), { from: ago(days), until: ctx.now() }, most)
  const told = found.reverse().flatMap((event) => deliveryFor(webhook, { ...event, role: event.actorRole }) ?? [])
  for (const [index, one] of told.entries()) {
    const wait = seeded('webhook', index).int(40, 900)
    const first = new Date(one.happenedAt.getTime() + 1_000)
    await queueDeliveries(at(first), [one])
    if (index === told.length - 1) break
    const due = { ...one, state: 'waiting' as const, tries: 1, nextAt: first, endedAt: undefined }
    if (one.happenedAt < ago(brokenDays))
      await conclude(at(first), due, { status: 200, trouble: undefined, durationMs: wait, answer: TAKEN })
    else
      for (let tries = 1, when = first.getTime(); when < ctx.now().getTime(); when += delays[tries - 1] ?? DAY_MS * 9, tries += 1)
        await conclude(at(new Date(when)), { ...due, tries }, { status: 500, trouble: undefined, durationMs: wait, answer: BROKEN })
  }
}
