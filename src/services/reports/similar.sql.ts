import type { Ctx } from '#platform/context.ts'
import type { Similar } from './similarity.rules.ts'

/** Open, published reports that may be the same damage: at most 5, from 0.50, best first. */
export async function similarReports(
  ctx: Ctx,
  of: { lat: number; lon: number; categoryId: string; text: string; assetId?: string | undefined },
): Promise<Similar[]> {
  throw new Error('not yet')
}
