import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedOrganisations } from '#core/organisations/index.ts'
import { type Ctx, system, type Town } from '#platform/context.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { doing, makeTown } from '../../../test/setup/town.ts'
import { findServices, publishService, saveService, seedServices, serviceBySlug, takeServiceBack } from './index.ts'
import { serviceSearcher } from './search.ts'

/** Words as people type them, and the service that they mean; those held back were not looked at while the rules were made. */
const labelled = JSON.parse(readFileSync(new URL('../../../bench/services.json', import.meta.url), 'utf8')) as {
  tuned: [string, string][]
  heldBack: [string, string][]
  nothing: string[]
}

const { pool, adminUrl } = await testDatabase()
let town: Town
let other: Town
const asked = (words: string, locale: 'de' | 'en' = 'de', where = town) =>
  doing(pool, { town: where, readOnly: true, locale }, (ctx: Ctx) => findServices(ctx, words))

beforeAll(async () => {
  town = await makeTown(pool, 'dienststadt')
  other = await makeTown(pool, 'nachbarstadt')
  await doing(pool, { town, actor: system }, async (ctx) => {
    await seedOrganisations(ctx, 'large')
    await seedServices(ctx, 'large')
  })
  // As autovacuum does within a minute.
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query('ANALYZE services.service_phrase, services.service_version, services.service')
  await admin.end()
})

async function recall(pairs: readonly [string, string][]) {
  const wrong: string[] = []
  let first = 0
  const found = await doing(pool, { town, readOnly: true }, async (ctx) => {
    const all: string[][] = []
    for (const [words] of pairs) all.push((await findServices(ctx, words)).found.map((each) => each.slug))
    return all
  })
  for (const [i, [words, slug]] of pairs.entries()) {
    const hits = found[i] ?? []
    if (hits[0] === slug) first += 1
    if (!hits.slice(0, 3).includes(slug)) wrong.push(`${words} → ${slug}, not ${hits.slice(0, 3).join(', ') || 'nothing'}`)
  }
  return { wrong, three: 1 - wrong.length / pairs.length, one: first / pairs.length }
}

describe('services are found by the words that people use', () => {
  it.each(['tuned', 'heldBack'] as const)('%s words: 95 in 100 among the first three', async (which) => {
    const pairs = labelled[which]
    const { wrong, three, one } = await recall(pairs)
    console.info(
      `${which}: ${pairs.length} queries, ${(three * 100).toFixed(1)} % in the first three, ${(one * 100).toFixed(1)} % first`,
      wrong,
    )
    expect(three).toBeGreaterThanOrEqual(0.95)
    expect(one).toBeGreaterThanOrEqual(0.85)
  })

  it('there are enough of them, each once, and each service is asked for', async () => {
    const all = [...labelled.tuned, ...labelled.heldBack]
    expect(all.length).toBeGreaterThanOrEqual(150)
    expect(new Set(all.map(([words]) => words)).size).toBe(all.length)
    const slugs = await doing(pool, { town, readOnly: true }, async (ctx) =>
      (await ctx.db.selectFrom('services.service').select('slug').where('tenant_id', '=', town.id).execute()).map(({ slug }) => slug),
    )
    expect(slugs.filter((slug) => !all.some(([, expected]) => expected === slug))).toEqual([])
  })

  it.each(labelled.nothing)('“%s” finds nothing', async (words) => expect((await asked(words)).found).toEqual([]))

  it('where nothing fits, those are named that may be meant', async () => {
    const { found, near } = await asked('Urkundenstelle')
    expect([...found, ...near].map(({ slug }) => slug)).toContain('geburtsurkunde')
  })

  it.each(['', ' ', '?', '%', "'", '\\', 'a', '🐕', 'x'.repeat(200), 'der die das', '<script>', 'a b c d e f g h i j k l m n o p'])(
    'no words break it: “%s”',
    async (words) => {
      await asked(words)
    },
  )
})

describe('what is found', () => {
  it('is what everybody sees: a draft is not found, neither is what was taken back', async () => {
    const find = async () => (await asked('Baumpatenschaft übernehmen')).found.map(({ slug }) => slug)
    const made = await doing(pool, { town }, async (ctx) => {
      const tree = await serviceBySlug(ctx, 'baumfaellgenehmigung')
      if (!tree) throw new Error('no tree')
      const words = { ...tree.draft.de, name: 'Baumpatenschaft', synonyms: 'Patenschaft für einen Baum übernehmen' }
      return await saveService(ctx, { ...tree.draft, de: words })
    })
    if (!made.ok) throw new Error(made.refusal.code)
    expect(await find()).not.toContain('baumpatenschaft')
    await doing(pool, { town }, (ctx) => publishService(ctx, { id: made.value.id }))
    expect((await find())[0]).toBe('baumpatenschaft')
    await doing(pool, { town }, (ctx) => takeServiceBack(ctx, { id: made.value.id }))
    expect(await find()).not.toContain('baumpatenschaft')
  })

  it('is of this town alone', async () => {
    expect(await asked('Hund anmelden', 'de', other)).toEqual({ found: [], near: [] })
  })

  it('stands in the search over everything, in the reader’s language', async () => {
    const [hit] = await doing(pool, { town, readOnly: true, locale: 'en' }, (ctx) => serviceSearcher.find(ctx, 'Hundesteuer', 5))
    expect(hit).toMatchObject({ path: '/dienste/hund-anmelden', title: 'Register a dog' })
  })
})
