import { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/setup/database.ts'
import { reportTown } from '../../../test/setup/reports.ts'
import { seedCity } from '../reports/demo/city.sql.ts'
import { deskCases, deskCounts, newestPoints, publicCases, publicCount } from './index.ts'

const { pool, adminUrl, appUrl } = await testDatabase()
const t = await reportTown(pool, 'planstadt')

// Enough rows, with rare words among them, for the planner to have a choice; it must know of them.
const texts = Array.from({ length: 300 }, (_, i) => `Laterne ${i === 7 ? 'loch' : `wort${i}`}`)
await t.as(undefined, (ctx) => seedCity(ctx, { count: 3000, seed: 7, texts, atOnce: 500 }))
const admin = new Client({ connectionString: adminUrl })
await admin.connect()
// Words that only the oldest have: none of them is among the first that a list looks through.
await admin.query(`UPDATE services.case SET public_text = public_text || ' altmodisch', desk_search = desk_search || to_tsvector('german', 'altmodisch')
  WHERE (tenant_id, id) IN (SELECT tenant_id, id FROM services.case ORDER BY received_at, id LIMIT 40)`)
await admin.query('ANALYZE services.case')
/** Numbers of the public ones with a word, newest first, as a plain statement finds them. */
const expected = async (word: string, way: 'ASC' | 'DESC' = 'DESC'): Promise<string[]> => {
  const text = `SELECT number FROM services.case WHERE tenant_id = $1 AND published AND public_search @@ to_tsquery('german', $2) ORDER BY received_at ${way}, id ${way}`
  return (await admin.query<{ number: string }>(text, [t.town.id, `${word}:*`])).rows.map(({ number }) => number)
}
afterAll(() => admin.end())

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
  [
    'the open ones of a state',
    "kind = 'report' AND state IN ('question') AND closed_at IS NULL",
    'ORDER BY received_at DESC, id DESC',
    'case_desk_state',
    /state = /,
  ],
  ['what is due', 'closed_at IS NULL', 'ORDER BY due_at, id', 'case_desk_due', /Index Cond/],
] as const)('%s: by index', async (_, condition, order, index, cond) => {
  const plan = await indexesFor(condition, order)
  expect(plan).toContain(index)
  expect(plan).toMatch(cond)
})

const numbersOf = (items: readonly { number: string }[]) => items.map(({ number }) => number)

// A page of two looks through 1,732 of the 3,000: `altmodisch` and `loch` are gathered by the index of words, `laterne` is read on in the list.
test.each(['altmodisch', 'loch', 'laterne', 'gibtesnicht'])(
  'pages of a search for “%s”: each once, in the order of the list, and back',
  async (word) => {
    for (const [sort, way] of [
      ['received', 'DESC'],
      ['oldest', 'ASC'],
    ] as const) {
      const wanted = (await expected(word, way)).slice(0, 24)
      await t.as(undefined, async (ctx) => {
        const ask = (page: object) => publicCases(ctx, { kind: 'report', text: word }, { sort, limit: 2, ...page })
        const found: string[] = []
        let page = await ask({})
        while (page.items.length > 0) {
          found.push(...numbersOf(page.items))
          if (!page.next || found.length >= wanted.length) break
          const next = await ask({ after: page.next })
          expect(numbersOf((await ask({ before: next.previous })).items)).toEqual(numbersOf(page.items))
          page = next
        }
        expect(found).toEqual(wanted)
      })
    }
  },
)

test('words with other filters, on the map, at the desk, and counted', async () => {
  const old = await expected('altmodisch')
  await t.as(t.clerk, async (ctx) => {
    const asked = { kind: 'report', text: 'altmodisch' }
    const all = (await publicCases(ctx, asked, { limit: 200 })).items
    expect(numbersOf(all)).toEqual(old)
    const { typeId, stage } = all[0]!
    const narrowed = { ...asked, typeIds: [typeId], stages: [stage] }
    const fitting = all.filter((one) => one.typeId === typeId && one.stage === stage)
    expect(numbersOf((await publicCases(ctx, narrowed, { limit: 1 })).items)).toEqual(numbersOf(fitting.slice(0, 1)))
    expect(numbersOf((await publicCases(ctx, narrowed, { limit: 200 })).items)).toEqual(numbersOf(fitting))
    expect(numbersOf(await newestPoints(ctx, asked, 3))).toEqual(old.slice(0, 3))
    expect(await publicCount(ctx, asked)).toEqual({ count: old.length, more: false })
    expect(await publicCount(ctx, { kind: 'report', text: 'laterne' })).toEqual({ count: 1000, more: true })
    const desk = await deskCases(ctx, { kind: 'report', tab: 'all', text: 'altmodisch' }, { sort: 'oldest', limit: 3 })
    expect(desk.items).toHaveLength(3)
    expect((await deskCases(ctx, { kind: 'report', tab: 'all', text: 'altmodisch' }, { limit: 200 })).items).toHaveLength(40)
  })
})

test('the work list of a state is the same, said to be open or not', async () => {
  await t.as(t.clerk, async (ctx) => {
    const asked = { kind: 'report', tab: 'all', states: ['question'] } as const
    const [all, open] = [await deskCases(ctx, asked, { limit: 20 }), await deskCases(ctx, { ...asked, stillOpen: true }, { limit: 20 })]
    expect(all.items.length).toBeGreaterThan(0)
    expect(open).toEqual(all)
  })
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
