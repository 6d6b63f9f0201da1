import { z } from 'zod'
import { addDays, dayIn } from '#platform/calendar/day.ts'
import type { Ctx } from '#platform/context.ts'
import { type Again, blank, get, post } from '#platform/http/route.ts'
import { currentMailing } from '#platform/mail/mailing.ts'
import { attemptsOf, countDeliveries, deliveriesOf, deliveryBy } from './delivery.sql.ts'
import { DeliveryPage } from './delivery.view.tsx'
import { messageOf } from './message.rules.ts'
import { secretCookie, secretIn } from './secret-cookie.ts'
import { hasOwnReceiver } from './setting.ts'
import { deliveryStates, MANAGE_WEBHOOKS, ReplayInput, WebhookInput } from './webhook.rules.ts'
import { webhookById, webhooksOf } from './webhook.sql.ts'
import {
  editWebhook,
  pauseWebhook,
  type Registered,
  registerWebhook,
  removeWebhook,
  renewSecret,
  repeatDelivery,
  replayPeriod,
  resumeWebhook,
  sendTest,
} from './webhook.verbs.ts'
import { WebhookPage } from './webhook.view.tsx'
import { WebhookForm } from './webhook-form.view.tsx'
import { PATH, WebhooksPage } from './webhooks.view.tsx'

const common = { may: MANAGE_WEBHOOKS, audience: 'staff' } as const
const At = z.object({ id: z.uuid() })
const One = z.object({ id: z.uuid(), eventId: z.uuid() })
const ID = ':id{[0-9a-f-]{36}}'
const Listed = z.object({ stand: z.enum(deliveryStates).optional(), vor: z.uuid().optional() })
const Nothing = z.object({})
const PAGE = 25
/** What makes requests to others; nobody presses a button more often. */
const sending = { ...common, limit: [{ points: 30, seconds: 60, per: 'account' }] } as const

const to =
  (text: string) =>
  ({ id }: { id: string }) => ({ to: `${PATH}/${id}`, flash: { kind: 'success' as const, text } })
const withSecret = (text: string) => (registered: Registered, ctx: Ctx) => ({
  ...to(text)(registered),
  cookies: [secretCookie(ctx, registered)],
})

export const webhookRoutes = [
  get(PATH, {
    ...common,
    summary: 'Addresses of other programs that hear of public events',
    show: async (ctx) => <WebhooksPage webhooks={await webhooksOf(ctx)} />,
  }),
  get(`${PATH}/neu`, { ...common, show: (ctx) => <WebhookForm form={blank} demo={hasOwnReceiver(ctx.town)} /> }),
  post(PATH, {
    ...common,
    form: WebhookInput,
    run: registerWebhook,
    done: withSecret('webhook.registered'),
    again: (ctx, form) => <WebhookForm form={form} demo={hasOwnReceiver(ctx.town)} />,
  }),
  get(`${PATH}/${ID}`, {
    ...common,
    params: At,
    query: Listed,
    show: (ctx, { params: { id }, query, headers }) => onePage(ctx, id, { ...query, secret: secretIn(ctx, headers, id) }),
  }),
  get(`${PATH}/${ID}/aendern`, { ...common, params: At, show: (ctx, { params: { id } }) => editPage(ctx, id) }),
  post(`${PATH}/${ID}`, {
    ...common,
    params: At,
    form: WebhookInput,
    run: editWebhook,
    done: to('webhook.saved'),
    again: (ctx, form, { id }) => editPage(ctx, id, form),
  }),
  ...(
    [
      ['probe', sendTest, 'webhook.tested'],
      ['pause', pauseWebhook, 'webhook.paused'],
      ['weiter', resumeWebhook, 'webhook.resumed'],
    ] as const
  ).map(([word, run, text]) =>
    post(`${PATH}/${ID}/${word}`, {
      ...sending,
      params: At,
      form: Nothing,
      run: (ctx, input) => run(ctx, input),
      done: to(text),
      again: (ctx, form, { id }) => onePage(ctx, id, { form }),
    }),
  ),
  post(`${PATH}/${ID}/geheimnis`, {
    ...common,
    params: At,
    form: Nothing,
    run: renewSecret,
    done: withSecret('webhook.renewed'),
    again: (ctx, form, { id }) => onePage(ctx, id, { form }),
  }),
  post(`${PATH}/${ID}/nachsenden`, {
    ...sending,
    params: At,
    form: ReplayInput,
    run: replayPeriod,
    done: to('webhook.replayed'),
    again: (ctx, form, { id }) => onePage(ctx, id, { form }),
  }),
  post(`${PATH}/${ID}/entfernen`, {
    ...common,
    params: At,
    form: Nothing,
    run: removeWebhook,
    done: ({ name }) => ({ to: PATH, flash: { kind: 'success', text: 'webhook.removed', params: { name } } }),
    again: (ctx, form, { id }) => onePage(ctx, id, { form }),
  }),
  get(`${PATH}/${ID}/zustellungen/:eventId`, { ...common, params: One, show: (ctx, { params }) => deliveryPage(ctx, params, blank) }),
  post(`${PATH}/${ID}/zustellungen/:eventId`, {
    ...sending,
    params: One,
    form: Nothing,
    run: repeatDelivery,
    done: ({ id, eventId }) => ({ to: `${PATH}/${id}/zustellungen/${eventId}`, flash: { kind: 'success', text: 'webhook.repeated' } }),
    again: (ctx, form, params) => deliveryPage(ctx, params, form),
  }),
]

type Shown = z.output<typeof Listed> & { secret?: string | undefined; form?: Again }

async function onePage(ctx: Ctx, id: string, { stand, vor, secret, form = blank }: Shown) {
  const webhook = await webhookById(ctx, id)
  if (!webhook) return undefined
  const found = await deliveriesOf(ctx, id, { state: stand, before: vor, limit: PAGE + 1 })
  const today = dayIn(ctx.now(), ctx.town.timeZone)
  const replay = 'from' in form.input || 'from' in form.errors ? form : { ...form, input: { from: addDays(today, -1), until: today } }
  return (
    <WebhookPage
      webhook={webhook}
      now={ctx.now()}
      counts={await countDeliveries(ctx, id)}
      deliveries={found.slice(0, PAGE)}
      next={found.length > PAGE ? found[PAGE - 1]?.eventId : undefined}
      first={vor === undefined}
      {...{ state: stand, secret, replay }}
    />
  )
}

async function editPage(ctx: Ctx, id: string, form?: Again) {
  const webhook = await webhookById(ctx, id)
  return webhook && <WebhookForm webhook={webhook} form={form ?? { input: { ...webhook }, errors: {} }} demo={hasOwnReceiver(ctx.town)} />
}

async function deliveryPage(ctx: Ctx, { id, eventId }: z.output<typeof One>, form: Again) {
  const webhook = await webhookById(ctx, id)
  const delivery = webhook && (await deliveryBy(ctx, id, eventId))
  if (!delivery) return undefined
  const town = { slug: ctx.town.slug, name: ctx.town.name, url: await currentMailing().addressOf(ctx.town) }
  return (
    <DeliveryPage
      webhook={webhook}
      delivery={delivery}
      attempts={await attemptsOf(ctx, id, eventId)}
      message={messageOf(delivery, town)}
      form={form}
    />
  )
}
