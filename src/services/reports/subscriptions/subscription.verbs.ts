import { mayMail, personInTown } from '#core/accounts/index.ts'
import { record } from '#core/memory/index.ts'
import { assetByNumber, districtsOf, type PlaceInput, resolvePlace } from '#core/places/index.ts'
import type { Ctx } from '#platform/context.ts'
import { newId, uuidPattern } from '#platform/ids.ts'
import { isSigned, keyedHash, sign } from '#platform/keys.ts'
import { mailTo } from '#platform/mail/mail-to.ts'
import { ok, type Result, refuse } from '#platform/result.ts'
import { categoryBy } from '../catalogue.sql.ts'
import { subscriptionEvents } from './subscription.events.ts'
import { keysOf, MOST, type Subscription, type SubscriptionFields, type Wanted } from './subscription.rules.ts'
import { confirmSubscription, deleteSubscription, insertSubscription, subscriptionById, subscriptionsOf } from './subscription.sql.ts'

export const readerHash = (of: { personId?: string | undefined; email?: string | undefined }): Buffer =>
  keyedHash('report-subscription', of.personId ? `person ${of.personId}` : `email ${of.email?.toLowerCase()}`)

/** A link for mails: opens the reader's list and ends her mails. */
const signed = (id: string): string => `${id}.${sign('report-subscription-link', id)}`
export const listPath = ({ id }: Pick<Subscription, 'id'>): string => `/abos/${signed(id)}`
export const endPath = ({ id }: Pick<Subscription, 'id'>): string => `/abos/${signed(id)}/abmelden`
const confirmPath = ({ id }: Pick<Subscription, 'id'>): string => `/abos/${signed(id)}/bestaetigen`

/** The subscription that a link from a mail names. */
export async function subscriptionByLink(ctx: Ctx, link: string) {
  const [id = '', signature = ''] = link.split('.')
  if (!uuidPattern.test(id) || !isSigned('report-subscription-link', id, signature)) return undefined
  return await subscriptionById(ctx, id)
}

type Refused = 'contactMissing' | 'assetUnknown' | 'tooManySubscriptions' | 'placeUnknown' | 'placeAmbiguous' | 'placeOutside' | string

/**
 * Subscribes the signed-in person, or an address after it is confirmed; never says whether the address was known.
 * Refuses: `contactMissing`, `assetUnknown`, `tooManySubscriptions`, and what `resolvePlace` refuses.
 */
export async function subscribe(ctx: Ctx, input: SubscriptionFields & PlaceInput): Promise<Result<{ confirming: boolean }, Refused>> {
  const personId = ctx.actor.kind === 'person' ? await personInTown(ctx) : undefined
  const email = personId ? undefined : input.email?.toLowerCase()
  if (!personId && !email) return refuse('contactMissing', { field: 'email' })
  const wanted = await wantedBy(ctx, input)
  if (!wanted.ok) return wanted

  const reader = readerHash({ personId, email })
  const before = await subscriptionsOf(ctx, reader)
  const { label, ...asked } = wanted.value
  const it: Subscription = {
    ...asked,
    id: newId(ctx.now().getTime()),
    personId,
    email,
    confirmedAt: undefined,
    locale: ctx.locale,
    pace: input.wann,
    placeLabel: label.slice(0, 200),
    since: ctx.now(),
  }
  if (before.length >= MOST) {
    // To a stranger an address that has many looks like any other.
    return personId ? refuse('tooManySubscriptions', { facts: { max: MOST } }) : ok({ confirming: true })
  }
  if (email && !(await mayMail(ctx, email))) return ok({ confirming: true })
  await insertSubscription(ctx, it, reader, keysOf(it))
  await record(ctx, subscriptionEvents.begun, {
    about: [{ type: 'subscription', id: it.id }, ...(personId ? [{ type: 'person', id: personId }] : [])],
    data: { pace: it.pace },
  })
  if (email) await askToConfirm(ctx, it, email)
  return ok({ confirming: email !== undefined })
}

async function wantedBy(ctx: Ctx, input: SubscriptionFields & PlaceInput): Promise<Result<Wanted & { label: string }, Refused>> {
  const categoryId = input.art ? (await categoryBy(ctx, input.art))?.id : undefined
  if (input.was === 'objekt') {
    const asset = input.objekt ? await assetByNumber(ctx, input.objekt) : undefined
    return asset ? ok({ assetId: asset.id, categoryId, label: assetLabel(asset) }) : refuse('assetUnknown', { field: 'objekt' })
  }
  if (input.was === 'umkreis') {
    const place = await resolvePlace(ctx, input)
    if (!place.ok) return place
    const { lat, lon, label } = place.value
    return ok({ around: { lat, lon, radiusM: input.umkreis }, categoryId, label })
  }
  const district = input.ortsteil ? (await districtsOf(ctx)).find(({ code }) => code === input.ortsteil) : undefined
  return ok({ districtId: district?.id, categoryId, label: district?.name ?? '' })
}

const assetLabel = ({ name, number, street }: { name: string | undefined; number: string; street: string | undefined }): string =>
  [name ?? street, number].filter(Boolean).join(', ')

const askToConfirm = (ctx: Ctx, it: Subscription, email: string) =>
  mailTo(ctx, {
    email,
    locale: it.locale,
    text: 'subscription.mail.confirm',
    link: { text: 'subscription.mail.confirm.link', path: confirmPath(it) },
  })

/** The second half of the double opt-in. The link of a subscription that is gone is unknown. */
export async function confirm(ctx: Ctx, { link }: { link: string }): Promise<Result<{ link: string }, 'unknown'>> {
  const it = await subscriptionByLink(ctx, link)
  if (!it) return refuse('unknown')
  if (await confirmSubscription(ctx, it.id))
    await record(ctx, subscriptionEvents.confirmed, { about: [{ type: 'subscription', id: it.id }], data: {} })
  return ok({ link })
}

/** Ends one, by the link of any of the same reader's. */
export async function endByLink(
  ctx: Ctx,
  { link, id }: { link: string; id?: string | undefined },
): Promise<Result<{ link: string }, 'unknown'>> {
  const by = await subscriptionByLink(ctx, link)
  if (!by) return refuse('unknown')
  return (await end(ctx, id ?? by.id, by.reader)) ? ok({ link }) : refuse('unknown')
}

/** Ends one of the signed-in person's. */
export async function endMine(ctx: Ctx, { id }: { id: string }): Promise<Result<{ id: string }, 'unknown'>> {
  const { personId } = ctx.actor
  return personId && (await end(ctx, id, readerHash({ personId }))) ? ok({ id }) : refuse('unknown')
}

async function end(ctx: Ctx, id: string, reader: Buffer): Promise<boolean> {
  const gone = await deleteSubscription(ctx, id, reader)
  if (gone) await record(ctx, subscriptionEvents.ended, { about: [{ type: 'subscription', id }], data: {} })
  return gone
}
