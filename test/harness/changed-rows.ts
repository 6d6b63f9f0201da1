import { Client } from 'pg'

/** What is written beside an operation, whatever it is: counted limits, the use of a session, the log of reads. */
const beside = ['platform.rate_limit', 'core.session', 'core.record_read', 'platform.process']

export type Watch = {
  /** A moment to ask about later. */
  now(): Promise<string>
  /** The transactions since then that left rows, each with the tables they are in. */
  since(moment: string): Promise<Map<string, string[]>>
  stop(): Promise<void>
}

/**
 * Sees from outside how many transactions had an effect: every row carries the number of the one that wrote it. So it needs no
 * knowledge of what an operation writes, and what was written twice cannot hide.
 */
export async function watchRows(adminUrl: string): Promise<Watch> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind = 'r' AND n.nspname IN ('core', 'services', 'platform', 'graphile_worker')
       AND c.relname NOT IN ('_private_tasks', '_private_job_queues', '_private_known_crontabs') ORDER BY 1`,
  )
  const tables = rows.map(({ name }) => name).filter((name) => !beside.includes(name))
  const question = tables
    .map((name) => `SELECT '${name}' AS name, xmin::text AS by FROM ${name} WHERE xmin::text::bigint > $1::bigint`)
    .join(' UNION ')
  return {
    async now() {
      const found = await client.query<{ at: string }>('SELECT pg_current_xact_id()::text AS at')
      return found.rows[0]!.at
    },
    async since(moment) {
      const found = await client.query<{ name: string; by: string }>(question, [moment])
      return new Map([...Map.groupBy(found.rows, ({ by }) => by)].map(([by, group]) => [by, group.map(({ name }) => name)]))
    },
    stop: () => client.end(),
  }
}
