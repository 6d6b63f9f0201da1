import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type Transaction,
} from 'kysely'
import type { PoolClient } from 'pg'
import type { DB } from './schema.generated.ts'

/** What verbs and queries ask: one open transaction. */
export type Db = Transaction<DB>

/** Kysely on one connection whose transaction is opened and closed elsewhere (transaction.ts). */
export const kyselyOn = (client: PoolClient): Db => new Kysely<DB>({ dialect: dialectOn(client) }) as unknown as Db

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()

const dialectOn = (client: PoolClient): Dialect => ({
  createAdapter: () => adapter,
  createDriver: () => driverOn(client),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
})

function driverOn(client: PoolClient): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const result = await client.query({ name: nameOf(sql), text: sql, values: [...parameters] })
      const affected = result.command === 'SELECT' ? undefined : BigInt(result.rowCount ?? 0)
      return affected === undefined ? { rows: result.rows } : { rows: result.rows, numAffectedRows: affected }
    },
    // biome-ignore lint/correctness/useYield: streaming is done with cursors, not here
    async *streamQuery() {
      throw new Error('stream with a cursor, see stream.ts')
    },
  }
  const refuse = async () => {
    throw new Error('a transaction is open already; a verb never opens one')
  }
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => {},
    destroy: async () => {},
  }
}

/**
 * The name under which a connection keeps a statement parsed and planned: about a third of the database's work for a report
 * (bench/README.md). Only what comes again and again gets one; what has ever new shapes (lists of any length) would fill the memory.
 */
const names = new Map<string, string>()
const seen = new Map<string, number>()
const MOST = 1_000

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST) return known
  const times = (seen.get(text) ?? 0) + 1
  if (seen.size >= 4 * MOST) seen.clear()
  seen.set(text, times)
  if (times === 3) names.set(text, `s${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`)
  return undefined
}
