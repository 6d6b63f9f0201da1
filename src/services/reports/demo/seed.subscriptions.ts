import type { SeededPeople } from '#core/organisations/index.ts'
import { type demoGeography, districtsOf } from '#core/places/index.ts'
import { DAY_MS } from '#platform/calendar/day.ts'
import { type Ctx, system } from '#platform/context.ts'
import { type Case, casesById } from '../../cases/index.ts'
import { categories } from '../catalogue.sql.ts'
import { tellDigests } from '../subscriptions/subscription.jobs.ts'
import { keysFor, SubscriptionFields } from '../subscriptions/subscription.rules.ts'
import { noteHits } from '../subscriptions/subscription.sql.ts'
import { subscribe } from '../subscriptions/subscription.verbs.ts'
import { actorsOf, as } from './seed.actors.ts'
import { reportsIn } from './seed.sql.ts'

const READER = 'amira.haddad'

/**
 * What a citizen hears of: a kind of report in her district, everything around a place, one lamp. This morning she got what the days
 * before had brought; what came since waits for the next digest.
 */
export async function seedSubscriptions(
  ctx: Ctx,
  which: 'large' | 'small',
  geography: ReturnType<typeof demoGeography>,
  people: SeededPeople,
): Promise<void> {
  if (!people.people.has(READER)) return
  const found = await reportsIn(ctx, ['assigned', 'accepted', 'planned', 'inWork', 'question', 'reopened', 'done'], 30)
  const recent = await casesById(
    ctx,
    found.map(({ id }) => id),
  )
  const [one, other] = recent.filter(({ districtId }) => districtId !== undefined)
  const lamp = geography.assets.find(({ kind }) => kind === 'lamp')
  if (!one || !other || !lamp) return
  const reader = as(ctx, actorsOf(which, people).citizen(READER), new Date(ctx.now().getTime() - 30 * DAY_MS))
  const art = (await categories(ctx)).find(({ id }) => id === one.typeId)?.code
  const ortsteil = (await districtsOf(ctx)).find(({ id }) => id === one.districtId)?.code
  const here = { placeLat: other.lat, placeLon: other.lon, placeWay: 'map' as const }
  for (const { place = {}, ...wanted } of [
    { was: 'gebiet', ortsteil, art, wann: 'daily' },
    { was: 'umkreis', umkreis: 1000, wann: 'daily', place: here },
    { was: 'objekt', objekt: lamp.number, wann: 'now' },
  ]) {
    const done = await subscribe(reader, { ...SubscriptionFields.parse(wanted), placeText: '', ...place })
    if (!done.ok) throw new Error(`the demo's subscription is refused: ${done.refusal.code}`)
  }
  const morning = new Date(ctx.now().getTime() - DAY_MS / 12)
  const hear = async (reports: readonly Case[]) => {
    for (const it of reports)
      await noteHits(as(ctx, system, it.receivedAt), it.id, keysFor({ ...it, categoryId: it.typeId }), it, undefined)
  }
  await hear(recent.filter(({ receivedAt }) => receivedAt < morning))
  await tellDigests(as(ctx, system, morning), { pace: 'daily' })
  await hear(recent.filter(({ receivedAt }) => receivedAt >= morning))
}
