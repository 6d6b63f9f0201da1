import { sql } from 'kysely'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/setup/database.ts'
import { doing, makeTown } from '../../../test/setup/town.ts'
import { faultOf } from '../errors.ts'
import { quietLog } from '../log.ts'
import { objections } from './guard.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'
import { createPool } from './pool.ts'
import { inTransaction, RollBack } from './transaction.ts'

const { pool, appUrl, adminUrl } = await testDatabase()
const town = await makeTown(pool, 'alpha')
const other = await makeTown(pool, 'beta')

const insertPerson = (id: string, tenant: string) =>
  sql`INSERT INTO core.person (tenant_id, id, name, created_at) VALUES (${tenant}, ${id}, 'Ada', now())`
const names = (townId: string) =>
  doing(
    pool,
    { town: { ...town, id: townId } },
    async (ctx) => (await sql<{ id: string }>`SELECT id FROM core.person`.execute(ctx.db)).rows.length,
  )

test('rows of another town are not there, not even without a condition', async () => {
  await doing(pool, { town }, (ctx) => insertPerson('00000000-0000-7000-8000-000000000001', town.id).execute(ctx.db))
  expect(await names(town.id)).toBe(1)
  expect(await names(other.id)).toBe(0)
})

test('a row cannot be written into another town', async () => {
  await expect(
    doing(pool, { town }, (ctx) => insertPerson('00000000-0000-7000-8000-000000000002', other.id).execute(ctx.db)),
  ).rejects.toThrow('row-level security')
})

test('without a town there are no rows', async () => {
  expect(
    await inTransaction(
      pool,
      { townId: undefined, readOnly: true },
      async (db) => (await sql`SELECT 1 FROM core.person`.execute(db)).rows.length,
    ),
  ).toBe(0)
})

test('a read-only transaction writes nothing', async () => {
  await expect(
    doing(pool, { town, readOnly: true }, (ctx) => insertPerson('00000000-0000-7000-8000-000000000003', town.id).execute(ctx.db)),
  ).rejects.toThrow('read-only')
})

test('a RollBack hands out its value and undoes everything; afterCommit does not run', async () => {
  let ran = false
  const value = await doing(pool, { town }, async (ctx) => {
    ctx.afterCommit(() => {
      ran = true
    })
    await insertPerson('00000000-0000-7000-8000-000000000004', town.id).execute(ctx.db)
    throw new RollBack('refused')
  })
  expect([value, ran, await names(town.id)]).toEqual(['refused', false, 1])
})

test('a swallowed error does not pass as a commit', async () => {
  const swallowing = doing(pool, { town }, async (ctx) => {
    await sql`SELECT 1/0`.execute(ctx.db).catch(() => {})
  })
  await expect(swallowing).rejects.toThrow('rolled back')
})

test('an id that is no UUID never reaches the SET', async () => {
  await expect(inTransaction(pool, { townId: "x'; DROP TABLE core.town; --", readOnly: true }, async () => 1)).rejects.toThrow('UUID')
})

test('the role of the program gives no cause for objection, a superuser does', async () => {
  expect(await objections(pool)).toEqual([])
  const admin = createPool(adminUrl, { max: 1, log: quietLog })
  expect((await objections(admin)).join(' ')).toContain('row-level security')
  await admin.end()
})

test('a changed or unknown migration stops the start', async () => {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  const migrations = readMigrations()
  expect(await migrate(client, migrations)).toEqual([])
  const changed = migrations.map((each, index) => (index === 0 ? { ...each, checksum: 'other' } : each))
  await expect(migrate(client, changed)).rejects.toThrow('was changed')
  await expect(migrate(client, migrations.slice(0, -1))).rejects.toThrow('older than the database')
  await client.end()
})

test('a migration with a smaller number that was finished later is applied', async () => {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  const number = (n: number): Migration => ({ number: n, name: `number-${n}`, sql: `CREATE TABLE platform.n${n} ()`, checksum: `${n}` })
  expect(await migrate(client, [...readMigrations(), number(9003)])).toEqual(['number-9003'])
  expect(await migrate(client, [...readMigrations(), number(9002), number(9003)])).toEqual(['number-9002'])
  await client.query('DROP TABLE platform.n9002, platform.n9003; DELETE FROM platform.migration WHERE number > 9000')
  await client.end()
})

test('every table with a town keeps towns apart', async () => {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  const { rows } = await client.query<{
    name: string
    tenant: boolean
    rls: boolean
    forced: boolean
    first: boolean
    policies: string[]
  }>(`
    SELECT c.oid::regclass::text AS name, c.relrowsecurity AS rls, c.relforcerowsecurity AS forced,
      EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped) AS tenant,
      COALESCE((SELECT a.attname = 'tenant_id' FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0] WHERE i.indrelid = c.oid AND i.indisprimary), false) AS first,
      ARRAY(SELECT pg_get_expr(p.polqual, c.oid) || ' / ' || pg_get_expr(p.polwithcheck, c.oid) FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND n.nspname IN ('platform', 'core', 'services', 'community', 'market', 'procurement') ORDER BY 1`)
  await client.end()
  const townless = rows.filter((row) => !row.tenant).map((row) => row.name)
  expect(townless).toEqual(townlessTables)
  const rule = "(tenant_id = (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid)"
  for (const row of rows.filter((each) => each.tenant))
    expect(row).toMatchObject({ rls: true, forced: true, first: true, policies: [`${rule} / ${rule}`] })
})

/** The few tables that belong to no town: the installation's own. */
const townlessTables = [
  'core.account',
  'core.account_log',
  'core.challenge',
  'core.identity',
  'core.passkey',
  'core.recovery_code',
  'core.session',
  'core.town',
  'platform.migration',
  'platform.process',
  'platform.rate_limit',
]

test('a table that changes its columns under a prepared statement costs one refused request at most', async () => {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query('CREATE TABLE core.changing (a int); GRANT SELECT ON core.changing TO PUBLIC; INSERT INTO core.changing VALUES (1)')
  const single = createPool(pool.options.connectionString!, { max: 1, log: quietLog })
  const look = () =>
    inTransaction(single, { townId: undefined, readOnly: true }, async (db) => (await sql`SELECT * FROM core.changing`.execute(db)).rows)
  for (let times = 0; times < 5; times += 1) expect(await look()).toEqual([{ a: 1 }])
  await admin.query('ALTER TABLE core.changing ADD COLUMN b int DEFAULT 2')
  expect(faultOf(await look().catch((error) => error))).toMatchObject({ kind: 'unavailable' })
  expect(await look()).toEqual([{ a: 1, b: 2 }])
  await admin.query('DROP TABLE core.changing')
  await admin.end()
  await single.end()
})

test('a write that nobody waited for says why the commit failed', async () => {
  const twice = '00000000-0000-7000-8000-0000000000aa'
  const writing = doing(pool, { town }, async (ctx) => {
    const person = { tenant_id: town.id, id: twice, name: 'Ada', created_at: ctx.now() }
    ctx.soon(ctx.db.insertInto('core.person').values(person).execute())
    ctx.soon(ctx.db.insertInto('core.person').values(person).execute())
  })
  await expect(writing).rejects.toMatchObject({ code: '23505' })
})

test('a line that breaks while the program thinks is a database that cannot be reached now', async () => {
  const line = createPool(appUrl, { max: 1, log: quietLog })
  const broken = new Promise((done) => line.on('connect', (client) => client.on('error', done)))
  const lost = inTransaction(line, { townId: town.id, readOnly: false }, async (db) => {
    const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db)
    await doing(pool, { town }, (ctx) => sql`SELECT pg_terminate_backend(${rows[0]?.pid})`.execute(ctx.db))
    await broken
    await insertPerson('00000000-0000-7000-8000-000000000009', town.id).execute(db)
  })
  expect(faultOf(await lost.catch((error: unknown) => error))).toMatchObject({ kind: 'unavailable', retryAfter: 5 })
  await line.end()
})
