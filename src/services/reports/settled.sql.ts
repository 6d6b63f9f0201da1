import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'

/** Newest settled, published reports that have a photo of the repair and one of the damage. */
export async function settledIds(ctx: Ctx, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT c.id FROM services.case c
    WHERE c.tenant_id = ${ctx.town.id} AND c.kind = 'report' AND c.closed_at IS NOT NULL AND c.published AND c.has_photo AND c.stage = 'done'
      AND EXISTS (SELECT 1 FROM services.case_file f WHERE f.tenant_id = c.tenant_id AND f.case_id = c.id AND f.role = 'after' AND f.audience = 'public')
      AND EXISTS (SELECT 1 FROM services.case_file f WHERE f.tenant_id = c.tenant_id AND f.case_id = c.id AND f.role = 'before' AND f.audience = 'public')
    ORDER BY c.closed_at DESC LIMIT ${limit}`.execute(ctx.db)
  return rows.map(({ id }) => id)
}
