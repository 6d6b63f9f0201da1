import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Ctx, Town } from '#platform/context.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { doing, makeTown } from '../../../test/setup/town.ts'
import { demoGeography } from './demo/index.ts'
import { importPlaces } from './import.verbs.ts'
import { assetByNumber } from './near.verbs.ts'
import { searchPlaces } from './search.verbs.ts'

const { pool } = await testDatabase()
const inTown = <T>(work: (ctx: Ctx) => Promise<T>, town: Town) => doing(pool, { town }, work)

test('a second import keeps ids, and removes what is gone', async () => {
  const other = { ...(await makeTown(pool, 'eulenrode')), name: 'Eulenrode' }
  const small = demoGeography('small')
  await inTown((ctx) => importPlaces(ctx, small), other)
  const [gone, kept] = small.assets
  const before = await inTown((ctx) => assetByNumber(ctx, kept?.number ?? ''), other)
  await inTown((ctx) => importPlaces(ctx, { ...small, assets: small.assets.slice(1), addresses: small.addresses.slice(1) }), other)
  expect(await inTown((ctx) => assetByNumber(ctx, kept?.number ?? ''), other)).toEqual(before)
  expect(await inTown((ctx) => assetByNumber(ctx, gone?.number ?? ''), other)).toBeUndefined()
  const counted = await inTown(
    async (ctx) =>
      (await sql<{ n: number }>`SELECT count(*)::int AS n FROM core.address WHERE tenant_id = ${ctx.town.id}`.execute(ctx.db)).rows,
    other,
  )
  expect(counted).toEqual([{ n: small.addresses.length - 1 }])
})

test('names with quotes, braces and backslashes are kept as they are', async () => {
  const where = { ...(await makeTown(pool, 'sonderstadt')), bounds: [9, 51, 10, 52] as const }
  const small = demoGeography('small')
  const name = 'Zum "Goldenen\\Löwen", {NULL}'
  const landmarks = [{ kind: 'hall' as const, name, point: [9.5, 51.5] as const, district: '1' }]
  await inTown((ctx) => importPlaces(ctx, { ...small, streets: [], addresses: [], crossings: [], assets: [], landmarks }), where)
  expect((await inTown((ctx) => searchPlaces(ctx, 'zum goldenen löwen'), where))[0]?.label).toBe(name)
})
