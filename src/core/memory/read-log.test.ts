import { expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { actorWith, somebody } from '../../../test/setup/people.ts'
import { doing, makeTown } from '../../../test/setup/town.ts'
import { noteRead, readLog } from './index.ts'

const { pool } = await testDatabase()

test('everything that a page shows is kept, also by a transaction that only reads, and only if the page was made', async () => {
  const town = await makeTown(pool, 'lesestadt')
  const reader = await somebody(pool, town, 'Lena Leserin')
  const opening = { town, actor: actorWith([], { personId: reader }), readOnly: true }
  const cases = Array.from({ length: 3 }, () => newId())
  const look = async (then: () => void) =>
    await doing(pool, opening, async (ctx) => {
      for (const id of cases) noteRead(ctx, { subject: { type: 'case', id }, personId: null, purpose: 'test' })
      noteRead(ctx, { subject: { type: 'person', id: reader }, personId: reader, purpose: 'own data' })
      then()
    })
  await look(() => {})
  const broken = () => {
    throw new Error('broken')
  }
  await expect(look(broken)).rejects.toThrow('broken')
  const kept = await doing(pool, { town, readOnly: true }, (ctx) => readLog(ctx, {}, 100))
  expect(kept.map(({ subject }) => subject.id).sort()).toEqual([...cases].sort())
})
