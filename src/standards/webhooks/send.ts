import { record } from '#core/memory/index.ts'
import { notify } from '#core/notifications/index.ts'
import type { Ctx } from '#platform/context.ts'
import { type Answered, postOutside } from '#platform/egress/post.ts'
import { newId } from '#platform/ids.ts'
import { unseal } from '#platform/keys.ts'
import { announce } from '#platform/live/changes.ts'
import { currentMailing } from '#platform/mail/mailing.ts'
import { casesById, holdersOf } from '#services/cases/index.ts'
import { concludeDelivery, type Due, hasDue, insertAttempt, takeDue } from './delivery.sql.ts'
import { sendSoon } from './hear.ts'
import { tellsGone } from './kinds.rules.ts'
import { messageOf } from './message.rules.ts'
import { delayAfter, OFF_AFTER_MS, verdictOf } from './retry.rules.ts'
import { targetOf } from './setting.ts'
import { signedHeaders } from './signature.rules.ts'
import { webhookEvents } from './webhook.events.ts'
import type { Webhook } from './webhook.rules.ts'
import { changeWebhook, noteHealth, webhookById, webhooksOf } from './webhook.sql.ts'

/** A receiver gets so many at the same time; one that failed lately gets one. */
const AT_ONCE = 4
const TIMEOUT_MS = 10_000
const ANSWER_BYTES = 1_024
/** Then other towns have their turn. */
const TURN_MS = 20_000

export const SEAL = 'webhooks/secret'

/**
 * Sends what is due until nothing is, or until the turn is over. No transaction is open while the other side is waited for; if the
 * process dies meanwhile, the delivery is due again after two minutes.
 */
export async function sendDue(ctx: Ctx): Promise<void> {
  const begun = performance.now()
  const failed: string[] = []
  while (performance.now() - begun < TURN_MS) {
    const posts = await ctx.separately((own) => prepare(own, failed))
    if (posts.length === 0) break
    await Promise.all(
      posts.map(async (post) => {
        if (!post.message) return
        const answered = await postOutside(post.message)
        await ctx.separately((own) => conclude(own, post.due, answered))
        if (verdictOf(answered.status) !== 'sent') failed.push(post.due.webhookId)
      }),
    )
  }
  await ctx.separately(async (own) => {
    if (performance.now() - begun >= TURN_MS && (await hasDue(own))) sendSoon(own)
  })
}

type Post = { due: Due; message: Parameters<typeof postOutside>[0] | undefined }

/** Takes what is due and makes it ready. What is not public at this moment is kept back for good. */
async function prepare(ctx: Ctx, without: readonly string[]): Promise<Post[]> {
  const due = await takeDue(ctx, { atOnce: AT_ONCE, without })
  if (due.length === 0) return []
  const webhooks = new Map((await webhooksOf(ctx)).map((one) => [one.id, one]))
  const cases = await casesById(ctx, [...new Set(due.flatMap(({ caseId }) => caseId ?? []))])
  const shown = new Map(cases.map(({ id, published }) => [id, published]))
  const town = { slug: ctx.town.slug, name: ctx.town.name, url: await currentMailing().addressOf(ctx.town) }
  const posts: Post[] = []
  for (const one of due) {
    const webhook = webhooks.get(one.webhookId)
    if (!webhook || (one.caseId && !mayBeTold(one, shown.get(one.caseId)))) {
      await concludeDelivery(ctx, one, { state: 'withheld' })
      announce(ctx, [`webhook:${one.webhookId}`])
      posts.push({ due: one, message: undefined })
      continue
    }
    const body = JSON.stringify(messageOf(one, town))
    const headers = signedHeaders(secretsOf(webhook, ctx.now()), { id: one.eventId, seconds: Math.floor(ctx.now().getTime() / 1000), body })
    posts.push({ due: one, message: { ...targetOf(ctx, webhook.url), headers, body, timeoutMs: TIMEOUT_MS, answerBytes: ANSWER_BYTES } })
  }
  return posts
}

/** `published` is undefined where the report is deleted. That a report is public no more is told only of one that is not. */
const mayBeTold = ({ kind }: Due, published: boolean | undefined): boolean => (tellsGone(kind) ? published !== true : published === true)

/** The new one first; the old one as long as it counts. */
function secretsOf({ secret, oldSecret, oldUntil }: Webhook, now: Date): string[] {
  const sealed = [secret, ...(oldSecret && oldUntil && oldUntil > now ? [oldSecret] : [])]
  return sealed.map((one) => unseal(SEAL, one)).filter((one): one is string => typeof one === 'string')
}

/** Keeps the attempt, and says how the delivery and its webhook go on. */
export async function conclude(ctx: Ctx, due: Due, { status, trouble, durationMs, answer }: Answered): Promise<void> {
  const webhook = await webhookById(ctx, due.webhookId, { hold: true })
  if (!webhook) return
  await insertAttempt(ctx, due, { id: newId(ctx.now().getTime()), at: ctx.now(), status, trouble, durationMs, answer })
  announce(ctx, [`webhook:${due.webhookId}`])
  const verdict = verdictOf(status)
  if (verdict === 'sent') {
    await concludeDelivery(ctx, due, { state: 'sent' })
    return void (await noteHealth(ctx, webhook.id, { failing_since: null, succeeded_at: ctx.now() }))
  }
  const delay = verdict === 'gone' ? undefined : delayAfter(due.tries)
  await concludeDelivery(
    ctx,
    due,
    delay === undefined ? { state: 'failed' } : { state: 'waiting', nextAt: new Date(ctx.now().getTime() + delay) },
  )
  const since = webhook.failingSince ?? ctx.now()
  if (!webhook.failingSince) await noteHealth(ctx, webhook.id, { failing_since: since })
  const reason = verdict === 'gone' ? 'gone' : ctx.now().getTime() - since.getTime() >= OFF_AFTER_MS ? 'failing' : undefined
  if (reason && webhook.state === 'on') await switchOff(ctx, webhook, reason)
}

/** Nothing is collected for it any more, and whoever looks after webhooks hears of it. */
async function switchOff(ctx: Ctx, { id, name }: Webhook, reason: 'gone' | 'failing'): Promise<void> {
  await changeWebhook(ctx, id, { state: 'off', off_reason: reason })
  await record(ctx, webhookEvents.switchedOff, { about: [{ type: 'webhook', id }], data: { reason } })
  for (const { id: personId } of await holdersOf(ctx, ['admin']))
    await notify(ctx, {
      personId,
      kind: 'webhook.off',
      text: `webhook.tell.${reason}`,
      params: { name },
      path: `/verwaltung/webhooks/${id}`,
    })
}
