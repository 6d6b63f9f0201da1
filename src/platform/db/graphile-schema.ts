import { runMigrations } from 'graphile-worker'
import { quietLog } from '../log.ts'
import { createPool } from './pool.ts'

/** Creates or updates the tables of the job queue as the owner. */
export async function run(url: string, ownerRole: string | undefined): Promise<void> {
  const pool = createPool(url, {
    max: 1,
    ...(ownerRole ? { role: ownerRole } : {}),
    log: quietLog,
    applicationName: 'stadtplatz-migrate',
    statementTimeout: 0,
  })
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    await pool.end()
  }
}
