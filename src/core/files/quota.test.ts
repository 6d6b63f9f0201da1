import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { anonymous, type Ctx } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { doing, makeTown } from '../../../test/setup/town.ts'
import { quota } from './file.rules.ts'
import { takeQuota } from './quota.ts'
import { useFiles } from './setup.ts'
import { folderStore } from './store/folder.ts'

const { pool } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'stadtplatz-quota-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const setup = (quotaFactor: number) =>
  useFiles({ store: folderStore(folder), incoming: join(folder, 'in'), scanner: undefined, quotaFactor })
const town = await makeTown(pool)
const day = new Date('2026-05-07T10:00:00Z')

const take = (network: string | undefined, count: number, bytes = 0, more: { accountId?: string; now?: Date } = {}) =>
  doing(
    pool,
    { town, actor: { ...anonymous, ...(more.accountId ? { accountId: more.accountId } : {}) }, now: more.now ?? day },
    async (ctx: Ctx) => {
      const result = await takeQuota({ ...ctx, network }, count, bytes)
      return result.ok
    },
  )

test('a network has so many files and bytes a day; the next day, others and accounts are not touched by it', async () => {
  setup(1)
  expect(await take('192.0.2.1', quota.files)).toBe(true)
  expect(await take('192.0.2.1', 1)).toBe(false)
  expect(await take('192.0.2.2', 1, quota.bytes)).toBe(true)
  expect(await take('192.0.2.2', 0, 1)).toBe(false)
  expect(await take('192.0.2.3', 1)).toBe(true)
  expect(await take('192.0.2.1', 1, 0, { accountId: newId() })).toBe(true)
  expect(await take('192.0.2.1', 1, 0, { now: new Date('2026-05-08T00:00:01Z') })).toBe(true)
})

test('jobs have none, and an operator can widen it or switch it off', async () => {
  setup(1)
  expect(await take(undefined, 10 * quota.files)).toBe(true)
  setup(2)
  expect(await take('192.0.2.9', 2 * quota.files)).toBe(true)
  expect(await take('192.0.2.9', 1)).toBe(false)
  setup(0)
  expect(await take('192.0.2.9', 1)).toBe(true)
})
