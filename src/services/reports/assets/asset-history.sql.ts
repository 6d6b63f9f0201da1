import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Stage } from '#platform/process.ts'
import type { AssetReport } from './asset-history.rules.ts'

/** Public reports about this thing, newest first; a damage that several reported once. */
export async function publicReportsAt(ctx: Ctx, assetId: string, limit: number): Promise<AssetReport[]> {
  const rows = await ctx.db
    .selectFrom('services.case')
    .select(['number', 'title', 'stage', 'received_at', 'closed_at'])
    .where('tenant_id', '=', ctx.town.id)
    .where('asset_id', '=', assetId)
    .where('kind', '=', 'report')
    .where('published', '=', sql.lit(true))
    .where('incident_id', 'is', null)
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    title: row.title,
    // The table's check allows no other words.
    stage: row.stage as Stage,
    receivedAt: row.received_at,
    closedAt: row.closed_at ?? undefined,
  }))
}
