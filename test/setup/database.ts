import { Client, type Pool } from 'pg'
import { afterAll, inject } from 'vitest'
import { createPool } from '#platform/db/pool.ts'
import { newId } from '#platform/ids.ts'
import { quietLog } from '#platform/log.ts'

export type TestDatabase = {
  pool: Pool /** Superuser's address, for what the program itself must not do. */
  adminUrl: string
  appUrl: string
}

/**
 * A fresh copy of the migrated database for one test file; gone when the file is done. Call at the top of a file or in beforeAll.
 * `from` names another database of the server to copy.
 */
export async function testDatabase(from?: string): Promise<TestDatabase> {
  const template = new URL(inject('templateUrl'))
  const name = `test_${newId().replaceAll('-', '')}`
  const server = new URL(template)
  server.pathname = '/postgres'
  const copy = async (): Promise<void> => {
    const client = new Client({ connectionString: server.toString() })
    await client.connect()
    try {
      await client.query(`SELECT pg_advisory_lock(1)`)
      await client.query(`CREATE DATABASE ${name} TEMPLATE ${from ?? template.pathname.slice(1)}`)
    } finally {
      await client.end()
    }
  }
  await copy()
  const admin = new URL(template)
  admin.pathname = `/${name}`
  const app = new URL(admin)
  app.username = `${template.pathname.slice(1)}_app`
  app.password = 'test'
  const pool = createPool(app.toString(), { max: 8, log: quietLog })
  afterAll(async () => {
    await pool.end()
    const client = new Client({ connectionString: server.toString() })
    await client.connect()
    await client.query(`DROP DATABASE ${name} WITH (FORCE)`)
    await client.end()
  })
  return { pool, adminUrl: admin.toString(), appUrl: app.toString() }
}

/** Lets processes that are started on their own (processes.ts) own the tables of a copy: in its template another role does. */
export async function ownerOfCopy({ adminUrl }: TestDatabase): Promise<void> {
  const template = new URL(inject('templateUrl')).pathname.slice(1)
  const copy = new URL(adminUrl).pathname.slice(1)
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`CREATE ROLE ${copy}_owner NOLOGIN; GRANT ${template}_owner TO ${copy}_owner`)
  await client.end()
}
