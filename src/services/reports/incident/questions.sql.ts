import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Case } from '../../cases/index.ts'

/**
 * Questions that the one that goes on waits for: its own, and those asked to the reporter of a member. A member that had an own
 * question when it came waits for it alone.
 */
const asked = (ctx: Ctx, headId: string) => sql`
  m.tenant_id = ${ctx.town.id} AND m.kind = 'question' AND m.answered_at IS NULL AND m.case_id IN (
    SELECT c.id FROM services.case c WHERE c.tenant_id = ${ctx.town.id} AND (c.id = ${headId} OR (c.incident_id = ${headId} AND c.state <> 'question')))`

/** Whether an answer is still waited for. */
export async function waits(ctx: Ctx, { id }: Pick<Case, 'id'>): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM services.case_message m WHERE ${asked(ctx, id)} LIMIT 1`.execute(ctx.db)
  return rows.length > 0
}

/** Nothing is waited for any more. */
export const closeAsked = (ctx: Ctx, { id }: Pick<Case, 'id'>) =>
  sql`UPDATE services.case_message m SET answered_at = ${ctx.now()} WHERE ${asked(ctx, id)}`.execute(ctx.db)
