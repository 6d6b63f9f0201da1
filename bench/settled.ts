import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'

/** Waits until no job is due: what an import or an update left to do would be measured as the pages' own work. */
export async function settled(databaseUrl: string, say: (text: string) => void): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    for (let said = false; ; said = true) {
      const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE run_at <= now()')
      if (!rows[0]?.n) break
      if (!said) say(`Waiting for ${rows[0].n} jobs that are left from before …`)
      await pause(2_000)
    }
    // As each night leaves it; a database that was just filled has not had its first night.
    await client.query('VACUUM (ANALYZE)')
  } finally {
    await client.end()
  }
}
