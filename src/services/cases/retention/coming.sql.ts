import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import { NOTICE_DAYS } from './retention.rules.ts'

/** From when on each of these may be deleted, as its parties were told. What is held, or was not announced, is not in it. */
export async function comingDeletions(ctx: Ctx, caseIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ id: string; day: Date }>`
    SELECT c.id, c.deletion_told_at + ${NOTICE_DAYS}::int * interval '1 day' AS day FROM services.case c
    WHERE c.tenant_id = ${ctx.town.id} AND c.id = ANY (${[...caseIds]}::uuid[]) AND c.deletion_told_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM services.legal_hold h WHERE h.tenant_id = ${ctx.town.id} AND h.case_id IN (c.id, c.incident_id)
        AND h.lifted_at IS NULL AND h.until_on >= ${ctx.now()}::timestamptz::date)`.execute(ctx.db)
  return new Map(rows.map(({ id, day }) => [id, day]))
}
