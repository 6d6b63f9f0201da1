import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { createPool } from '#platform/db/pool.ts'
import { inTransaction, RollBack } from '#platform/db/transaction.ts'
import { newId } from '#platform/ids.ts'
import { quietLog } from '#platform/log.ts'
import { atOnce, chanceFor, HARNESS_SEED, sizeOf } from '../setup/chance.ts'
import { testDatabase } from '../setup/database.ts'
import { expectNothing } from '../setup/said.ts'
import { thursday } from '../setup/town.ts'

const { appUrl, adminUrl } = await testDatabase()
const CONNECTIONS = 16
const pool = createPool(appUrl, { max: CONNECTIONS, log: quietLog })
const admin = createPool(adminUrl, { max: 2, log: quietLog })
afterAll(() => Promise.all([pool.end(), admin.end()]))

const TRANSACTIONS = sizeOf('INTERLEAVING', 10_000, 1_000_000)
const TOWNS = 300

const endings = ['commit', 'commit', 'commit', 'error', 'swallowed', 'refused', 'cancelled', 'terminated', 'wrongTown'] as const

test(`${TRANSACTIONS} transactions of ${TOWNS} towns in each other's way see and write their own rows alone (HARNESS_SEED=${HARNESS_SEED})`, {
  timeout: 7_200_000,
}, async () => {
  const chance = chanceFor('interleaving')
  const towns = Array.from({ length: TOWNS }, (_, nth) => ({ id: newId(), nth, kept: 0 }))
  for (const { id, nth } of towns)
    await admin.query("INSERT INTO core.town (id, slug, name, land, created_at) VALUES ($1, $2, $2, 'BY', $3)", [
      id,
      `town-${nth}`,
      thursday,
    ])
  const insert = (town: string) => sql`INSERT INTO core.person (tenant_id, id, name, created_at) VALUES (${town}, ${newId()}, 'Ada', now())`
  const wrong: string[] = []
  const counts = new Map<string, number>()

  const plans = (function* () {
    for (let nth = 0; nth < TRANSACTIONS; nth += 1) {
      // To end a connection takes long enough that it is done more seldom.
      const ending = chance.pick(endings)
      yield {
        town: chance.pick(towns),
        other: chance.pick(towns),
        ending: ending === 'terminated' && chance.chance(0.9) ? 'commit' : ending,
        townless: chance.chance(0.02),
      }
    }
  })()
  await atOnce(CONNECTIONS * 2, plans, async ({ town, other, ending, townless }) => {
    const outcome = await inTransaction(pool, { townId: townless ? undefined : town.id, readOnly: false }, async (db) => {
      const { rows } = await sql<{ tenant_id: string }>`SELECT DISTINCT tenant_id FROM core.person`.execute(db)
      if (rows.some((row) => townless || row.tenant_id !== town.id)) wrong.push(`town ${town.nth} sees ${rows.map((row) => row.tenant_id)}`)
      if (townless) return 'looked'
      await insert(town.id).execute(db)
      if (ending === 'error') await sql`SELECT 1 / 0`.execute(db)
      if (ending === 'swallowed') await sql`SELECT 1 / 0`.execute(db).catch(() => {})
      if (ending === 'refused') throw new RollBack('refused')
      if (ending === 'wrongTown' && other !== town) await insert(other.id).execute(db)
      if (ending === 'cancelled' || ending === 'terminated') {
        const { rows: own } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db)
        const stop = ending === 'cancelled' ? 'pg_cancel_backend' : 'pg_terminate_backend'
        const sleeping = sql`SELECT pg_sleep(0.5)`.execute(db)
        sleeping.catch(() => {})
        await admin.query(`SELECT ${stop}($1)`, [own[0]!.pid])
        await sleeping
      }
      return 'committed'
    }).catch(() => 'failed')
    counts.set(`${ending} ${outcome}`, (counts.get(`${ending} ${outcome}`) ?? 0) + 1)
    if (outcome === 'committed') town.kept += 1
    if (outcome === 'committed' && (ending === 'swallowed' || ending === 'error' || (ending === 'wrongTown' && other !== town)))
      wrong.push(`${ending} was committed in town ${town.nth}`)
  })
  const { rows } = await admin.query<{ id: string; n: number }>('SELECT tenant_id AS id, count(*)::int AS n FROM core.person GROUP BY 1')
  const stored = new Map(rows.map(({ id, n }) => [id, n]))
  for (const { id, nth, kept } of towns)
    if ((stored.get(id) ?? 0) !== kept) wrong.push(`town ${nth} has ${stored.get(id) ?? 0} rows, ${kept} were acknowledged`)
  console.log(`interleaving: ${JSON.stringify(Object.fromEntries([...counts].sort()))}`)
  expectNothing(wrong.slice(0, 20))
  expect(counts.get('commit committed')).toBeGreaterThan(TRANSACTIONS / 5)
})
