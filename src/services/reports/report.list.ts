import type { Ctx } from '#platform/context.ts'
import {
  type Bounds,
  casesById,
  casesOfPerson,
  comingDeletions,
  type DeskFilter,
  type DeskSort,
  deskCases,
  newestPoints,
  type PageAsked,
  type PageOf,
  type PageOfPerson,
  type PartyRole,
  type PublicCase,
  type PublicFilter,
  publicCases,
} from '../cases/index.ts'
import { firstPhotos } from '../cases/photo.ts'
import { categories } from './catalogue.sql.ts'
import type { Category } from './category.rules.ts'
import { labelOf } from './report.detail.ts'
import type { DeskReportRow, ReportCard, ReportPoint } from './report.view.rules.ts'
import { settledIds } from './settled.sql.ts'

/** Filters as pages have them: groups of categories, too. */
export type ReportFilter<F> = Omit<F, 'kind'> & { groupCodes?: readonly string[] | undefined }

type Catalogue = ReadonlyMap<string, Category>
const catalogueOf = async (ctx: Ctx): Promise<Catalogue> => new Map((await categories(ctx, { closed: true })).map((one) => [one.id, one]))

function asked<F extends { typeIds?: readonly string[] | undefined }>(
  { groupCodes, ...filter }: F & { groupCodes?: readonly string[] | undefined },
  all: Catalogue,
) {
  const inGroups = groupCodes?.length
    ? [...all.values()].filter(({ groupCode }) => groupCodes.includes(groupCode)).map(({ id }) => id)
    : undefined
  const typeIds = inGroups && filter.typeIds ? filter.typeIds.filter((id) => inGroups.includes(id)) : (inGroups ?? filter.typeIds)
  return { ...filter, typeIds, kind: 'report' }
}

async function cardsOf<T extends PublicCase>(ctx: Ctx, items: readonly T[], all: Catalogue): Promise<(T & ReportCard)[]> {
  const ids = items.map(({ id }) => id)
  const [before, after] = await Promise.all([firstPhotos(ctx, ids, 'before'), firstPhotos(ctx, ids, 'after')])
  return items.map((item) => ({
    ...item,
    category: labelOf(all.get(item.typeId)!),
    fileId: before.get(item.id)?.id,
    afterFileId: after.get(item.id)?.id,
    photo: before.get(item.id),
    afterPhoto: after.get(item.id),
  }))
}

/** The public list. */
export async function reportCards(ctx: Ctx, filter: ReportFilter<PublicFilter>, page: PageAsked = {}): Promise<PageOf<ReportCard>> {
  const all = await catalogueOf(ctx)
  const { items, ...rest } = await publicCases(ctx, asked(filter, all), page)
  return { items: await cardsOf(ctx, items, all), ...rest }
}

const MOST_POINTS = 2000

/** Points of the map within `bounds`, newest first, at most 2,000; `more` says that some were left out. */
export async function reportPoints(
  ctx: Ctx,
  filter: ReportFilter<PublicFilter> & { bounds: Bounds },
): Promise<{ points: ReportPoint[]; more: boolean }> {
  const all = await catalogueOf(ctx)
  const found = await newestPoints(ctx, asked(filter, all), MOST_POINTS + 1)
  const points = found.slice(0, MOST_POINTS).map(({ typeId, ...point }) => ({ ...point, icon: all.get(typeId)?.icon ?? 'report' }))
  return { points, more: found.length > MOST_POINTS }
}

/** Settled ones with a photo before and after, newest first. */
export async function settledWithPhotos(ctx: Ctx, limit: number): Promise<ReportCard[]> {
  return await cardsOf(ctx, await casesById(ctx, await settledIds(ctx, limit)), await catalogueOf(ctx))
}

/** What the signed-in person sent, joined or follows. */
export async function myReports(
  ctx: Ctx,
  roles: readonly PartyRole[],
  page: PageOfPerson = {},
): Promise<PageOf<ReportCard & { role: PartyRole }>> {
  if (!ctx.actor.personId) return { items: [], next: undefined, previous: undefined }
  const { items, ...rest } = await casesOfPerson(ctx, ctx.actor.personId, 'report', roles, page)
  const coming = await comingDeletions(
    ctx,
    items.flatMap(({ id, role }) => (role === 'reporter' ? [id] : [])),
  )
  const cards = await cardsOf(ctx, items, await catalogueOf(ctx))
  return { items: cards.map((card) => ({ ...card, deletedFrom: coming.get(card.id) })), ...rest }
}

/** The work list. */
export async function deskReports(
  ctx: Ctx,
  filter: ReportFilter<DeskFilter>,
  page: PageAsked<DeskSort> = {},
): Promise<PageOf<DeskReportRow>> {
  const all = await catalogueOf(ctx)
  const { items, ...rest } = await deskCases(ctx, asked(filter, all), page)
  return { items: items.map((item) => ({ ...item, category: labelOf(all.get(item.typeId)!) })), ...rest }
}
