import { createPool } from '#platform/db/pool.ts'
import { quietLog } from '#platform/log.ts'

export type Checksums = Map<string, string>

/**
 * What every table holds, in a few bytes each; of one town where it is named. As the owner of everything, who sees all rows. With `versions`
 * a row that was written anew with the same values differs too.
 */
export async function checksums(adminUrl: string, townId?: string, { versions = false } = {}): Promise<Checksums> {
  const admin = createPool(adminUrl, { max: 2, log: quietLog, statementTimeout: 60_000 })
  try {
    const { rows } = await admin.query<{ name: string; town: boolean }>(`
      SELECT c.oid::regclass::text AS name,
        EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped) AS town
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('platform', 'core', 'services', 'community', 'market', 'procurement', 'graphile_worker') ORDER BY 1`)
    const sums: Checksums = new Map()
    for (const { name, town } of rows.filter((row) => row.town || townId === undefined)) {
      const only = town && townId !== undefined ? `WHERE tenant_id = '${townId}'` : ''
      const { rows: found } = await admin.query<{ sum: string }>(
        `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(${versions ? "t.xmin || ' ' ||" : ''} t::text, 0)), 0) AS sum FROM ${name} t ${only}`,
      )
      sums.set(name, found[0]?.sum ?? '')
    }
    return sums
  } finally {
    await admin.end()
  }
}

/** Names of the tables that differ. */
export const differing = (before: Checksums, after: Checksums): string[] =>
  [...after].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name)
