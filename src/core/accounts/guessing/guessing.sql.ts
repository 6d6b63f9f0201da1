import { sql } from 'kysely'
import type { Ctx } from '#platform/context.ts'
import type { Allowance } from './guessing.rules.ts'

/**
 * Counts one attempt in the caller's transaction; false when none is left. Counted here and not by the limits of routes,
 * because it depends on the address in the form, and must stay when the verb refuses (`keep`).
 */
export async function take(ctx: Ctx, key: string, { points, seconds }: Allowance): Promise<boolean> {
  const now = ctx.now().getTime()
  const known = await sql<{ used_up: boolean }>`
    SELECT expire > ${now}::bigint AND points >= ${points}::int AS used_up FROM platform.rate_limit WHERE key = ${key}`.execute(ctx.db)
  // Without waiting for the row: a flood of attempts must not queue up behind its lock.
  if (known.rows[0]?.used_up) return false
  const counted = await sql<{ points: number }>`
    INSERT INTO platform.rate_limit AS r (key, points, expire) VALUES (${key}, 1, ${now + seconds * 1000}::bigint)
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN r.expire <= ${now}::bigint THEN 1 ELSE r.points + 1 END,
      expire = CASE WHEN r.expire <= ${now}::bigint THEN excluded.expire ELSE r.expire END
    RETURNING points`.execute(ctx.db)
  return (counted.rows[0]?.points ?? points + 1) <= points
}

export async function forgetCounters(ctx: Ctx): Promise<void> {
  await sql`DELETE FROM platform.rate_limit WHERE expire < ${ctx.now().getTime()}::bigint`.execute(ctx.db)
}
