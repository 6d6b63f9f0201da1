import { z } from 'zod'
import { districtsOf, placeCandidates, placeFields } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { get, post } from '#platform/http/route.ts'
import { t } from '#platform/text.ts'
import { categories, categoryGroups } from '../catalogue.sql.ts'
import { SubscriptionFields } from './subscription.rules.ts'
import { subscriptionsOf } from './subscription.sql.ts'
import { confirm, endByLink, endMine, readerHash, subscribe, subscriptionByLink } from './subscription.verbs.ts'
import { AskPage, SubscribePage, SubscriptionList } from './subscription.view.tsx'

const Wanted = SubscriptionFields.extend(placeFields)
const Link = z.object({ link: z.string().max(200) })
const Done = z.object({ fertig: z.string().optional() })
const limit = [{ points: 20, seconds: 600, per: 'network' as const }]

const known = async (ctx: Ctx) => ({
  categories: await categories(ctx, { closed: true }),
  groups: await categoryGroups(ctx),
  districts: await districtsOf(ctx),
})

const signedIn = (ctx: Ctx) => ctx.actor.kind === 'person'

/** The list of everything that the reader behind a link gets. */
async function listByLink(ctx: Ctx, link: string) {
  const it = await subscriptionByLink(ctx, link)
  if (!it) return undefined
  const items = await subscriptionsOf(ctx, it.reader)
  return (
    <SubscriptionList
      title={t('subscription.list')}
      items={items}
      endAction={() => `/abos/${link}/ende`}
      mine={false}
      {...(await known(ctx))}
    />
  )
}

/** Ended ones leave nothing behind: their link then leads to the word that they are ended. */
async function ask(ctx: Ctx, what: 'confirm' | 'unsubscribe', link: string, done: boolean) {
  if (!done && !(await subscriptionByLink(ctx, link))) return undefined
  return <AskPage ask={what} action={`/abos/${link}/${what === 'confirm' ? 'bestaetigen' : 'abmelden'}`} done={done} />
}

export const subscriptionRoutes = [
  get('/meldungen/abo', {
    may: 'everyone',
    audience: 'public',
    query: z.object({
      ortsteil: z.string().max(60).optional().catch(undefined),
      art: z.string().max(60).optional().catch(undefined),
      objekt: z.string().max(20).optional().catch(undefined),
    }),
    show: async (ctx, { query }) => {
      const input = { was: query.objekt ? 'objekt' : 'gebiet', wann: 'now', umkreis: '500', ...query }
      return <SubscribePage form={{ input, errors: {} }} signedIn={signedIn(ctx)} {...(await known(ctx))} />
    },
  }),

  post('/meldungen/abo', {
    may: 'everyone',
    audience: 'public',
    summary: 'Hear of new reports in a district, around a place or at one thing, at once or collected',
    form: Wanted,
    limit,
    run: subscribe,
    done: ({ confirming }) => ({
      to: confirming ? '/meldungen' : '/mein/abos',
      flash: { kind: 'success', text: confirming ? 'subscription.confirming' : 'subscription.begun' },
    }),
    again: async (ctx, form) => {
      const asked = Wanted.safeParse(form.input)
      const candidates = form.refusal?.code === 'placeAmbiguous' && asked.success ? await placeCandidates(ctx, asked.data) : []
      return <SubscribePage form={form} candidates={candidates} signedIn={signedIn(ctx)} {...(await known(ctx))} />
    },
  }),

  get('/mein/abos', {
    may: 'signedIn',
    audience: 'internal',
    show: (ctx) => mine(ctx),
  }),

  post('/mein/abos/ende', {
    may: 'signedIn',
    audience: 'internal',
    form: z.object({ id: z.uuid() }),
    run: endMine,
    done: () => ({ to: '/mein/abos', flash: { kind: 'success', text: 'subscription.ended' } }),
    again: (ctx) => mine(ctx),
  }),

  get('/abos/:link', {
    may: 'everyone',
    audience: 'internal',
    params: Link,
    show: (ctx, { params }) => listByLink(ctx, params.link),
  }),

  post('/abos/:link/ende', {
    may: 'everyone',
    audience: 'internal',
    params: Link,
    form: z.object({ id: z.uuid() }),
    limit,
    run: endByLink,
    done: ({ link }, _, { id }) => ({
      // The link itself may be of the one that was ended.
      to: link.startsWith(id) ? `/abos/${link}/abmelden?fertig=1` : `/abos/${link}`,
      flash: { kind: 'success', text: 'subscription.ended' },
    }),
    again: (ctx, _, { link }) => listByLink(ctx, link),
  }),

  get('/abos/:link/bestaetigen', {
    may: 'everyone',
    audience: 'internal',
    params: Link,
    query: Done,
    show: (ctx, { params, query }) => ask(ctx, 'confirm', params.link, query.fertig !== undefined),
  }),
  post('/abos/:link/bestaetigen', {
    may: 'everyone',
    audience: 'internal',
    params: Link,
    form: z.object({}),
    limit,
    run: confirm,
    done: ({ link }) => `/abos/${link}/bestaetigen?fertig=1`,
    again: (ctx, _, { link }) => ask(ctx, 'confirm', link, false),
  }),

  get('/abos/:link/abmelden', {
    may: 'everyone',
    audience: 'internal',
    params: Link,
    query: Done,
    show: (ctx, { params, query }) => ask(ctx, 'unsubscribe', params.link, query.fertig !== undefined),
  }),
  // Mail programs send this without a form (RFC 8058), so it needs no key; ending it twice changes nothing.
  post('/abos/:link/abmelden', {
    may: 'everyone',
    audience: 'internal',
    params: Link,
    form: z.object({}),
    repeat: 'unkeyed',
    limit,
    run: (ctx, { link }) => endByLink(ctx, { link }),
    done: ({ link }) => `/abos/${link}/abmelden?fertig=1`,
    again: (ctx, _, { link }) => ask(ctx, 'unsubscribe', link, false),
  }),
]

async function mine(ctx: Ctx) {
  const { personId } = ctx.actor
  const items = personId ? await subscriptionsOf(ctx, readerHash({ personId })) : []
  return <SubscriptionList title={t('mine.subscriptions')} items={items} endAction={() => '/mein/abos/ende'} mine {...(await known(ctx))} />
}
