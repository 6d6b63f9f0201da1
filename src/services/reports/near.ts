import type { Ctx } from '#platform/context.ts'
import type { Case } from '../cases/index.ts'
import type { Category } from './category.rules.ts'
import { historyAround } from './near.sql.ts'
import type { ReportNear } from './report.view.rules.ts'
import { metresBetween } from './similarity.rules.ts'

/** Open and earlier reports within the category's radius or at the same asset, newest first. */
export async function nearOf(ctx: Ctx, it: Case, category: Category): Promise<ReportNear[]> {
  const here = { id: it.id, lat: it.lat ?? 0, lon: it.lon ?? 0, assetId: it.assetId }
  return (await historyAround(ctx, here, category.radiusM)).map((row) => ({
    ...row,
    distanceM: metresBetween(row, here),
    sameAsset: it.assetId !== undefined && row.assetId === it.assetId,
  }))
}
