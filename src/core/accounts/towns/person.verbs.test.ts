import { expect, test } from 'vitest'
import type { Actor, Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { testDatabase } from '../../../../test/setup/database.ts'
import { anybody } from '../../../../test/setup/reports.ts'
import { doing, makeTown } from '../../../../test/setup/town.ts'
import { emptyAccount, insertAccount } from '../account.sql.ts'
import { personInTown } from './person.verbs.ts'

const { pool } = await testDatabase()
const [town, elsewhere] = [await makeTown(pool), await makeTown(pool, 'anderswo')]
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, where = town) => doing(pool, { town: where, actor }, work)
const owner = async (email: string): Promise<Actor> => {
  const accountId = await as(anybody, (ctx) => insertAccount(ctx, { email, name: 'Anna', passwordHash: null, locale: 'en' }))
  return { ...anybody, kind: 'person', accountId: accountId! }
}

test('who comes for the first time becomes a person of this town, with what the account says; then it is the same one', async () => {
  const anna = await owner('anna@example.org')
  const first = await as(anna, async (ctx) => {
    const id = await personInTown(ctx)
    // Whatever follows in the same request acts as that person.
    expect(ctx.actor.personId).toBe(id)
    return id
  })
  expect(await as(anna, personInTown)).toBe(first)
  const { rows } = await as(anna, async (ctx) => ({
    rows: await ctx.db.selectFrom('core.person').select(['name', 'email', 'locale']).where('id', '=', first).execute(),
  }))
  expect(rows).toEqual([{ name: 'Anna', email: 'anna@example.org', locale: 'en' }])
})

test('each town has its own', async () => {
  const berta = await owner('berta@example.org')
  expect(await as(berta, personInTown)).not.toBe(await as(berta, personInTown, elsewhere))
})

test('asked by several at once, there is one', async () => {
  const carla = await owner('carla@example.org')
  const ids = await Promise.all(Array.from({ length: 6 }, () => as(carla, personInTown)))
  expect(new Set(ids).size).toBe(1)
})

test('whose person is known is not looked up', async () => {
  const personId = newId()
  expect(await as({ ...anybody, kind: 'person', personId }, personInTown)).toBe(personId)
})

test('without an account, or with one that was deleted, it is a fault', async () => {
  const dora = await owner('dora@example.org')
  await as(anybody, (ctx) => emptyAccount(ctx, dora.accountId!))
  for (const actor of [anybody, dora]) await expect(as(actor, personInTown)).rejects.toMatchObject({ kind: 'notSignedIn' })
})
