import type { Ctx } from '#platform/context.ts'
import type { Case } from '../cases/index.ts'
import type { Category } from './category.rules.ts'
import { historyAround } from './near.sql.ts'
import type { ReportNear } from './report.view.rules.ts'
import { metresBetween } from './similarity.rules.ts'

/** Open and earlier reports within the category's radius or at the same asset, newest first. */
export const nearOf = async (ctx: Ctx, it: Case, category: Category): Promise<ReportNear[]> =>
  (await nearOfAll(ctx, [{ it, category }])).get(it.id) ?? []

/** For each of these, open and earlier reports within the category's radius or at the same asset, newest first. */
export async function nearOfAll(ctx: Ctx, cases: readonly { it: Case; category: Category }[]): Promise<Map<string, ReportNear[]>> {
  const places = cases.map(({ it, category }) => ({
    id: it.id,
    lat: it.lat ?? 0,
    lon: it.lon ?? 0,
    assetId: it.assetId,
    metres: category.radiusM,
  }))
  const found = await historyAround(ctx, places)
  return new Map(
    places.map((here) => [
      here.id,
      (found.get(here.id) ?? []).map((row) => ({
        ...row,
        distanceM: metresBetween(row, here),
        sameAsset: here.assetId !== undefined && row.assetId === here.assetId,
      })),
    ]),
  )
}
