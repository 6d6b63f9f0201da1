import type { Log } from '../log.ts'
import { createPool } from './pool.ts'

/** Lets the database count its rows after many came at once; by itself it would do so only a minute later. */
export async function gatherStatistics(url: string, ownerRole: string | undefined, log: Log): Promise<void> {
  const pool = createPool(url, {
    max: 1,
    ...(ownerRole ? { role: ownerRole } : {}),
    log,
    applicationName: 'stadtplatz-analyze',
    statementTimeout: 120_000,
  })
  try {
    await pool.query('ANALYZE')
  } finally {
    await pool.end()
  }
}
