import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type Transaction,
} from 'kysely'
import type { PoolClient } from 'pg'
import { countStatement } from '../metrics.ts'
import type { DB } from './schema.generated.ts'
import { together } from './together.ts'

/** What verbs and queries ask: one open transaction. */
export type Db = Transaction<DB>

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()
const driver = new DummyDriver()
const dialect: Dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
}

/**
 * Kysely on one connection whose transaction is opened and closed elsewhere (transaction.ts). A statement leaves in the moment when
 * `execute` is called, so statements arrive in the order of the calls even if nobody waits in between.
 */
export function kyselyOn(client: PoolClient): Db {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      countStatement()
      const result = await together(client, () => client.query({ name: nameOf(sql), text: sql, values: [...parameters] }))
      const affected = result.command === 'SELECT' ? undefined : BigInt(result.rowCount ?? 0)
      return affected === undefined ? { rows: result.rows } : { rows: result.rows, numAffectedRows: affected }
    },
    // biome-ignore lint/correctness/useYield: long results are read in pages by key
    async *streamQuery() {
      throw new Error('read long results in pages')
    },
  }
  const provider: ConnectionProvider = { provideConnection: (consumer) => consumer(connection) }
  const executor = new DefaultQueryExecutor(compiler, adapter, provider)
  return new Kysely<DB>({ config: { dialect }, dialect, driver, executor }) as unknown as Db
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
