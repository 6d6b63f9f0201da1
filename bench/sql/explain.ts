import type { Pool } from '#platform/db/pool.ts'
import { longScans, type PlanNode, planLines, type Scan } from './plan.rules.ts'
import type { Statement } from './record.ts'

export type Explained = { statement: Statement; generic: string[]; custom: string[]; scans: Scan[]; failed?: string }

/** The plan of each statement for any values (as it is kept after some runs) and for those it was sent with, below row-level security. */
export async function explained(pool: Pool, statements: readonly Statement[]): Promise<Explained[]> {
  const rows = await rowCounts(pool)
  const all: Explained[] = []
  for (const statement of statements) {
    if (!/^\s*(select|insert|update|delete|with)\b/i.test(statement.text)) continue
    try {
      const customs = []
      for (const { town, values } of statement.samples) customs.push(await planOf(pool, town, statement.text, values))
      const generic = await planOf(pool, statement.samples[0]?.town ?? '', statement.text)
      const tables = new Set([...customs, generic].flatMap((plan) => longScans(plan, rows)))
      all.push({
        statement,
        generic: planLines(generic),
        custom: customs[0] ? planLines(customs[0]) : [],
        scans: [...tables].map((table) => ({ site: statement.site, table })),
      })
    } catch (error) {
      all.push({ statement, generic: [], custom: [], scans: [], failed: String(error) })
    }
  }
  return all
}

/** Without values the plan for any. */
async function planOf(pool: Pool, town: string, text: string, values?: readonly unknown[]): Promise<PlanNode> {
  const client = await pool.connect()
  try {
    await client.query(`BEGIN READ ONLY${town ? `; SET LOCAL app.tenant_id = '${town}'` : ''}`)
    const { rows } = values
      ? await client.query(`EXPLAIN (VERBOSE, FORMAT JSON) ${text}`, [...values])
      : await client.query(`EXPLAIN (GENERIC_PLAN, VERBOSE, FORMAT JSON) ${text}`)
    return rows[0]['QUERY PLAN'][0].Plan
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

/** About how many rows each table has, as the planner believes. */
async function rowCounts(pool: Pool): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ name: string; n: number }>(
    `SELECT n.nspname || '.' || c.relname AS name, c.reltuples::bigint AS n FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
  )
  return new Map(rows.map(({ name, n }) => [name, Number(n)]))
}
