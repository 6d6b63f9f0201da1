import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientBase } from 'pg'
import { root } from '../root.ts'

export type Migration = { number: number; name: string; sql: string; checksum: string }

/** All files `db/migrations/NNNN_name.sql` in their order. Numbers may be left out, none stands twice. */
export function readMigrations(folder: string = join(root, 'db', 'migrations')): Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  return files.map((file, index) => {
    const match = /^(\d{4})_([a-z0-9-]+)\.sql$/.exec(file)
    if (!match || files[index - 1]?.startsWith(`${match[1]}_`))
      throw new Error(`db/migrations/${file}: expected a number of its own and a name of small letters`)
    const sql = readFileSync(join(folder, file), 'utf8')
    return { number: Number(match[1]), name: match[2]!, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/** Any fixed number does: it keeps two processes from migrating at once. */
const LOCK = 7_202_611

/**
 * Applies what is missing, each file in a transaction of its own, also where a later one is there already: it was finished before.
 * Returns the names that were applied.
 */
export async function migrate(client: ClientBase, migrations: Migration[] = readMigrations()): Promise<string[]> {
  await client.query('SET statement_timeout = 0; SET lock_timeout = 0')
  await client.query(`SELECT pg_advisory_lock(${LOCK})`)
  try {
    await client.query(`CREATE SCHEMA IF NOT EXISTS platform;
      CREATE TABLE IF NOT EXISTS platform.migration (number int PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`)
    const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
      'SELECT number, name, checksum FROM platform.migration ORDER BY number',
    )
    checkHistory(rows, migrations)
    const missing = migrations.filter(({ number }) => !rows.some((row) => row.number === number))
    for (const migration of missing) await apply(client, migration)
    return missing.map(({ name }) => name)
  } finally {
    await client.query(`SELECT pg_advisory_unlock(${LOCK})`)
  }
}

function checkHistory(applied: { number: number; name: string; checksum: string }[], migrations: Migration[]): void {
  for (const row of applied) {
    const file = migrations.find(({ number }) => number === row.number)
    if (!file)
      throw new Error(`the database knows migration ${row.number} (${row.name}), this program does not: it is older than the database`)
    if (file.checksum !== row.checksum) throw new Error(`migration ${row.number} (${row.name}) was changed after it had been applied`)
  }
}

async function apply(client: ClientBase, { number, name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query('INSERT INTO platform.migration (number, name, checksum) VALUES ($1, $2, $3)', [number, name, checksum])
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK')
    throw new Error(`migration ${number} (${name}) failed: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

/** True when the database has exactly the migrations of this program. */
export async function isMigrated(client: Pick<ClientBase, 'query'>, migrations: Migration[] = readMigrations()): Promise<boolean> {
  const { rows } = await client.query<{ n: number }>('SELECT count(*) AS n FROM platform.migration')
  return Number(rows[0]?.n) === migrations.length
}
