import type { Pool } from '#platform/db/pool.ts'

/** Those of the sessions that have not ended, in one question about all. Sessions carry no town. */
export async function validSessions(pool: Pool, ids: readonly string[], now: Date): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>(
    'SELECT s.id FROM core.session s JOIN core.account a ON a.id = s.account_id WHERE s.id = ANY($1::uuid[]) AND s.expires_at > $2 AND a.blocked_at IS NULL',
    [ids, now],
  )
  return new Set(rows.map(({ id }) => id))
}
