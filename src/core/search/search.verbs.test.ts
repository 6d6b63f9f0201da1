import { expect, test } from 'vitest'
import type { Ctx } from '#platform/context.ts'
import type { Searcher } from '#platform/module.ts'
import { registerTexts } from '#platform/text.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { anybody } from '../../../test/setup/reports.ts'
import { doing, makeTown } from '../../../test/setup/town.ts'
import { MAX_WORDS, searchEverywhere, setSearchers } from './search.verbs.ts'

const { pool } = await testDatabase()
const town = await makeTown(pool)
registerTexts({ de: { 'try.trees': 'Bäume', 'try.files': 'Akten' }, en: { 'try.trees': 'Trees', 'try.files': 'Files' } })

const asked: { kind: string; words: string; limit: number }[] = []
const searcher = (kind: string, may: string, ...scores: number[]): Searcher => ({
  kind,
  may,
  find: async (ctx: Ctx, words, limit) => {
    asked.push({ kind, words, limit })
    // As the real ones do: over the one connection of the request.
    await ctx.db.selectFrom('core.town').select('id').where('id', '=', ctx.town.id).execute()
    return scores.map((score) => ({ path: `/${kind}/${score}`, title: `${score}`, text: '', kind, score }))
  },
})
const search = (words: string, ...permissions: string[]) => {
  asked.length = 0
  return doing(pool, { town, actor: { ...anybody, permissions: new Set(['everyone', ...permissions]) }, readOnly: true }, (ctx) =>
    searchEverywhere(ctx, words),
  )
}

test('the group with the best hit comes first, in it the best hit; empty groups are left out', async () => {
  setSearchers([searcher('try.trees', 'everyone', 0.2, 0.6), searcher('try.files', 'everyone', 0.9), searcher('try.trees', 'everyone')])
  const groups = await search('linde')
  expect(groups.map(({ kind, hits }) => [kind, hits.map(({ score }) => score)])).toEqual([
    ['try.files', [0.9]],
    ['try.trees', [0.6, 0.2]],
  ])
})

test('where the actor may not look, nothing is even asked', async () => {
  setSearchers([searcher('try.trees', 'everyone', 0.5), searcher('try.files', 'files.see', 0.9)])
  expect((await search('linde')).map(({ kind }) => kind)).toEqual(['try.trees'])
  expect(asked.map(({ kind }) => kind)).toEqual(['try.trees'])
  expect((await search('linde', 'files.see')).map(({ kind }) => kind)).toEqual(['try.files', 'try.trees'])
})

test('blanks do not count, one letter asks nobody, very long words are cut', async () => {
  setSearchers([searcher('try.trees', 'everyone', 0.5)])
  expect(await search('  x ')).toEqual([])
  expect(asked).toEqual([])
  await search('  alte \n\t linde ')
  expect(asked.map(({ words }) => words)).toEqual(['alte linde'])
  await search('y'.repeat(MAX_WORDS * 2))
  expect(asked.map(({ words }) => words)).toEqual(['y'.repeat(MAX_WORDS)])
  expect(asked.every(({ limit }) => limit > 0 && limit <= 20)).toBe(true)
})

test('a searcher without a name for its hits stops the start, and those before stay', async () => {
  setSearchers([searcher('try.trees', 'everyone', 0.5)])
  expect(() => setSearchers([searcher('try.nameless', 'everyone')])).toThrow('try.nameless')
  expect(await search('linde')).toHaveLength(1)
})
