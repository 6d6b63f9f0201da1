import {
  type OpeningShown,
  type Organisation,
  openingsShown,
  organisationById,
  organisationsOf,
  unitKinds,
} from '#core/organisations/index.ts'
import type { Ctx } from '#platform/context.ts'
import { kept } from '#platform/kept.ts'
import { type Experience, experienceOf, type OnlineForm, onlineForms } from './online.ts'
import { publicServices, publicVersion } from './public.sql.ts'
import type { ServiceCard, ServiceContent } from './service.rules.ts'
import type { Situation } from './situation.rules.ts'
import { situations } from './situation.sql.ts'

/** Everything that the page of a service shows. */
export type ServiceShown = {
  id: string
  slug: string
  content: ServiceContent
  validTo: string | undefined
  publishedAt: Date | undefined
  unit: Organisation | undefined
  hours: OpeningShown | undefined
  situations: readonly Situation[]
  online: OnlineForm | undefined
  experience: Experience | undefined
}

/** What everybody sees today at an address; undefined where there is nothing. */
export async function serviceShown(ctx: Ctx, slug: string): Promise<ServiceShown | undefined> {
  const version = await publicVersion(ctx, slug)
  if (!version) return undefined
  const { serviceId: id, content, validTo, publishedAt } = version
  return await shownOf(ctx, { id, slug, content, validTo, publishedAt })
}

/** The page of a service with this content, published or not. */
export async function shownOf(
  ctx: Ctx,
  it: Pick<ServiceShown, 'id' | 'slug' | 'content' | 'validTo' | 'publishedAt'>,
): Promise<ServiceShown> {
  const unit = it.content.unitId ? await organisationById(ctx, it.content.unitId) : undefined
  return {
    ...it,
    unit,
    hours: unit && (await openingsShown(ctx, [unit])).get(unit.id),
    situations: (await situations(ctx)).filter(({ id }) => it.content.situations.includes(id)),
    online: (await onlineForms(ctx, [it.id])).get(it.id),
    experience: (await experienceOf(ctx, [it.id])).get(it.id),
  }
}

export type Listed = ServiceCard & { unit: Organisation | undefined; online: boolean }

/** Cards with the unit that is responsible, and whether they can be applied for online. */
export async function listed(ctx: Ctx, cards: readonly ServiceCard[]): Promise<Listed[]> {
  const units = await kept(ctx, 'organisation', 'units by id', async () => {
    const all = await organisationsOf(ctx, unitKinds, { closed: true })
    return new Map(all.map((unit) => [unit.id, unit]))
  })
  const forms = await onlineForms(
    ctx,
    cards.map(({ id }) => id),
  )
  return cards.map((card) => ({ ...card, unit: card.unitId ? units.get(card.unitId) : undefined, online: forms.has(card.id) }))
}

/** Life situations that have something to show, and how much. */
export async function situationsInUse(ctx: Ctx): Promise<(Situation & { count: number })[]> {
  const cards = await publicServices(ctx)
  return (await situations(ctx))
    .map((each) => ({ ...each, count: cards.filter((card) => card.situations.includes(each.id)).length }))
    .filter(({ count }) => count > 0)
}
