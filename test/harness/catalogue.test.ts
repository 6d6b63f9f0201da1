import { afterAll, test } from 'vitest'
import { createPool } from '#platform/db/pool.ts'
import { quietLog } from '#platform/log.ts'
import { testDatabase } from '../setup/database.ts'
import { expectNothing } from '../setup/said.ts'

const { adminUrl, pool } = await testDatabase()
const admin = createPool(adminUrl, { max: 1, log: quietLog })
afterAll(() => admin.end())

const OURS = "('platform', 'core', 'services', 'community', 'market', 'procurement')"
const names = async (text: string): Promise<string[]> => (await admin.query<{ name: string }>(text)).rows.map(({ name }) => name)

/** That row-level security holds on every one of them shows src/platform/db/transaction.test.ts. */
const townTables = `SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND n.nspname IN ${OURS}
    AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped)`

test('whatever is unique in a town begins with the town', async () => {
  expectNothing(
    await names(`SELECT i.indexrelid::regclass::text AS name FROM pg_index i
      WHERE i.indisunique AND i.indrelid IN (${townTables})
        AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = i.indkey[0] AND a.attname = 'tenant_id')`),
  )
})

test('whatever points from one table of towns to another does so within the town', async () => {
  expectNothing(
    await names(`SELECT k.conrelid::regclass || ' ' || k.conname AS name FROM pg_constraint k
      WHERE k.contype = 'f' AND k.conrelid IN (${townTables}) AND k.confrelid IN (${townTables})
        AND NOT EXISTS (
          SELECT FROM unnest(k.conkey, k.confkey) AS pair (own, other)
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.own AND a.attname = 'tenant_id'
          JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = pair.other AND b.attname = 'tenant_id')`),
  )
})

test('every town row belongs to a town that there is, and tenant_id is never empty', async () => {
  expectNothing(
    await names(`SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.oid IN (${townTables})
      AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND (NOT a.attnotnull OR a.atttypid <> 'uuid'::regtype))`),
  )
})

test('no policy asks another table, and each applies to everybody and to every kind of statement', async () => {
  expectNothing(
    await names(`SELECT p.polrelid::regclass::text AS name FROM pg_policy p
      WHERE p.polrelid IN (${townTables}) AND (p.polcmd <> '*' OR NOT p.polpermissive OR p.polroles <> '{0}'
        OR pg_get_expr(p.polqual, p.polrelid) ~* 'select' OR pg_get_expr(p.polwithcheck, p.polrelid) ~* 'select' OR p.polwithcheck IS NULL)`),
  )
})

test('nothing lends the program the rights of somebody else: no view, and no function whose words could be put in by others', async () => {
  const borrowed = `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ${OURS} AND (c.relkind = 'm' OR (c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)))
    UNION ALL SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname IN ${OURS} AND p.prosecdef AND NOT coalesce('search_path=pg_catalog, pg_temp' = ANY (p.proconfig), false)`
  expectNothing(await names(borrowed))
})

test('the role of the program is plain: it owns nothing, is nobody else, makes nothing, and adds to history alone', async () => {
  const own = (await pool.query<{ name: string }>('SELECT current_user AS name')).rows[0]!.name
  expectNothing(
    await names(`SELECT 'may ' || r.rolname AS name FROM pg_roles r WHERE r.rolname <> '${own}' AND NOT r.rolname LIKE 'pg\\_%' AND pg_has_role('${own}', r.oid, 'MEMBER')
      UNION ALL SELECT 'creates in ' || nspname FROM pg_namespace WHERE has_schema_privilege('${own}', oid, 'CREATE') AND nspname NOT LIKE 'pg\\_temp%'
      UNION ALL SELECT 'is special' FROM pg_roles WHERE rolname = '${own}' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)
      UNION ALL SELECT 'owns ' || c.oid::regclass FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = '${own}'
      UNION ALL SELECT 'rewrites ' || t FROM unnest(ARRAY['core.event', 'core.event_subject', 'core.record_read', 'platform.migration']) AS t
        WHERE has_table_privilege('${own}', t, 'UPDATE') OR has_table_privilege('${own}', t, 'DELETE') OR has_table_privilege('${own}', t, 'TRUNCATE')`),
  )
})
