import type { Ctx } from '#platform/context.ts'
import { firstPhotos } from '../cases/photo.ts'
import { categories } from './catalogue.sql.ts'
import type { Category } from './category.rules.ts'
import { type NearRow, openReportsAt, openReportsNear } from './near.sql.ts'
import { ageInDays, alike, type Compared, isProposed, metresBetween, SHOWN_AT_MOST, type Similar, similarity } from './similarity.rules.ts'

/** So many of the nearest are compared. */
const COMPARED = 50

export type SimilarTo = { lat: number; lon: number; categoryId: string; text: string; assetId?: string | undefined }

/** Open, published reports that may be the same damage: at most 5, from 0.50, best first. */
export async function similarReports(ctx: Ctx, of: SimilarTo): Promise<Similar[]> {
  const all = new Map((await categories(ctx, { closed: true })).map((category) => [category.id, category]))
  const category = all.get(of.categoryId)
  if (!category) return []
  const near = await openReportsNear(ctx, of, category.radiusM, COMPARED)
  const same = of.assetId ? await openReportsAt(ctx, of.assetId, COMPARED) : []
  const found = [...new Map([...same, ...near].map((row) => [row.id, row])).values()]
    .flatMap((row) => proposed(row, of, category, all.get(row.typeId), ctx.now()) ?? [])
    .sort((a, b) => b.score - a.score)
    .slice(0, SHOWN_AT_MOST)
  const photos = await firstPhotos(
    ctx,
    found.map(({ caseId }) => caseId),
    'before',
  )
  return found.map((one) => ({ ...one, photo: photos.get(one.caseId), fileId: photos.get(one.caseId)?.id }))
}

function proposed(row: NearRow, of: SimilarTo, category: Category, other: Category | undefined, now: Date): Similar | undefined {
  const distanceM = metresBetween(row, of)
  const facts: Compared = {
    distanceM,
    radiusM: category.radiusM,
    sameAsset: of.assetId !== undefined && row.assetId === of.assetId,
    category: row.typeId === category.id ? 'same' : other?.groupCode === category.groupCode ? 'sameGroup' : 'other',
    text: alike(row.publicText, of.text),
    ageDays: ageInDays(row.receivedAt, now),
    open: true,
  }
  const score = similarity(facts)
  if (!isProposed(facts, score)) return undefined
  const { id: caseId, number, typeId: categoryId, title, placeLabel, publicText, stage, lat, lon, receivedAt, supportCount } = row
  return {
    caseId,
    number,
    categoryId,
    title,
    placeLabel,
    publicText,
    stage,
    lat,
    lon,
    distanceM,
    receivedAt,
    supportCount,
    score,
    photo: undefined,
    fileId: undefined,
  }
}
