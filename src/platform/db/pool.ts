import { Pool, type PoolClient, types } from 'pg'

import type { Log } from '../log.ts'
import { knockGently } from './knock.ts'

export type { Pool, PoolClient }

// Numbers that count rows fit into a double; civil dates stay text, because a Date would carry a zone.
types.setTypeParser(types.builtins.INT8, Number)
types.setTypeParser(types.builtins.DATE, (text) => text)

export type PoolOptions = { max: number; role?: string; log: Log; applicationName?: string; statementTimeout?: number }

/** Connections with time-outs, so that no statement, lock or forgotten transaction holds one for long. */
export function createPool(url: string, { max, role, log, applicationName = 'stadtplatz', statementTimeout = 10_000 }: PoolOptions): Pool {
  const settings = [
    `statement_timeout=${statementTimeout}`,
    'lock_timeout=5000',
    'idle_in_transaction_session_timeout=15000',
    'timezone=UTC',
    // Statements of pages end early: to compile them, or to start processes for them, takes longer than they do (bench/README.md).
    'jit=off',
    'max_parallel_workers_per_gather=0',
    ...(role ? [`role=${role}`] : []),
  ]
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: applicationName,
    options: settings.map((setting) => `-c ${setting}`).join(' '),
    connectionTimeoutMillis: 5_000,
    // A half-open connection would otherwise hang until the kernel gives up.
    query_timeout: statementTimeout ? statementTimeout + 2_000 : 0,
    // Statements leave without waiting for the answers to the ones before (transaction.ts).
    pipeline: true,
    keepAlive: true,
    idleTimeoutMillis: 30_000,
  })
  pool.on('error', (err) => log.warn({ err }, 'an idle database connection was lost'))
  // Also while a connection is in use: its query fails by itself, the process must not.
  pool.on('connect', (client) => client.on('error', () => {}))
  knockGently(pool)
  return pool
}
