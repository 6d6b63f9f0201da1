import { Client } from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/setup/database.ts'
import { reportTown } from '../../../test/setup/reports.ts'
import { seedCity } from '../reports/demo/city.sql.ts'
import { deskCounts, publicCases } from './index.ts'

const { pool, adminUrl, appUrl } = await testDatabase()
const t = await reportTown(pool, 'planstadt')

// Enough rows, with rare words among them, for the planner to have a choice; it must know of them.
const texts = Array.from({ length: 300 }, (_, i) => `Laterne ${i === 7 ? 'loch' : `wort${i}`}`)
await t.as(undefined, (ctx) => seedCity(ctx, { count: 3000, seed: 7, texts }))
const admin = new Client({ connectionString: adminUrl })
await admin.connect()
await admin.query('ANALYZE services.case')
await admin.end()

/** Indexes that the program's role reads for a question under row-level security, when it may not read the whole table. */
async function indexesFor(condition: string, order = ''): Promise<string> {
  const client = new Client({ connectionString: appUrl })
  await client.connect()
  try {
    await client.query(`BEGIN; SET LOCAL app.tenant_id = '${t.town.id}'; SET LOCAL enable_seqscan = off`)
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM services.case c WHERE tenant_id = '${t.town.id}' AND ${condition} ${order} LIMIT 26`,
    )
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    await client.end()
  }
}

const box = 'location <@ box(point(11.01,49.01),point(11.02,49.02))'

// Without the declaration in platform/db/leakproof.ts the index would be read by town alone and everything in it filtered.
test.each([
  ['words in public', "published AND public_search @@ to_tsquery('german', 'loch:*')", '', 'case_public_search', /Index Cond:.*@@/],
  ['words at the desk', "desk_search @@ to_tsquery('german', 'loch:*')", '', 'case_desk_search', /Index Cond:.*@@/],
  ['a box of the map', box, 'ORDER BY location <-> point(11.01,49.01)', 'case_place', /Index Cond:.*<@/],
  ['open ones near by', `stage NOT IN ('done', 'ended', 'draft') AND ${box}`, '', 'case_', /Index Cond:.*<@/],
  ['the newest', "kind = 'report' AND published", 'ORDER BY received_at DESC, id DESC', 'case_public_new', /Index Cond/],
  [
    'a page further on',
    "kind = 'report' AND published AND (received_at, id) < (now(), gen_random_uuid())",
    'ORDER BY received_at DESC, id DESC',
    'case_public_new',
    /ROW\(received_at, id\)/,
  ],
  ['what is due', 'closed_at IS NULL', 'ORDER BY due_at, id', 'case_desk_due', /Index Cond/],
] as const)('%s: by index', async (_, condition, order, index, cond) => {
  const plan = await indexesFor(condition, order)
  expect(plan).toContain(index)
  expect(plan).toMatch(cond)
})

test('the city has as many reports as were asked for, in open and closed states, the same for the same seed', async () => {
  const { all, closed, open } = await t.as(t.clerk, (ctx) => deskCounts(ctx, 'report'))
  expect(all).toEqual({ count: 1000, more: true })
  expect([closed.more, open.count > 50]).toEqual([true, true])
  const other = await reportTown(pool, 'zweitstadt')
  const numbers = async (town: typeof t) => {
    await town.as(undefined, (ctx) => seedCity(ctx, { count: 50, seed: 8, texts }))
    return (await town.as(undefined, (ctx) => publicCases(ctx, { kind: 'report' }, { limit: 10 }))).items.map(({ number }) => number)
  }
  const third = await reportTown(pool, 'drittstadt')
  const made = await numbers(other)
  expect(made).toEqual(await numbers(third))
  for (const number of made) expect(number).toMatch(/^M-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
})
