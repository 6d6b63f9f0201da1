import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../../test/setup/database.ts'
import { doing, makeTown } from '../../test/setup/town.ts'
import { kept } from './kept.ts'
import { announce, listen, onConnection } from './live/changes.ts'
import { quietLog } from './log.ts'

const { pool, appUrl } = await testDatabase()
const town = await makeTown(pool, 'alpha')
const other = await makeTown(pool, 'beta')

let made = 0
const ask = (who = town, readOnly = true) => doing(pool, { town: who, readOnly }, (ctx) => kept(ctx, 'trees', 'all', async () => ++made))

test('while changes cannot be heard everybody reads for herself', async () => {
  expect([await ask(), await ask()]).toEqual([1, 2])
})

test('what is kept is read once for each town, until its tag is announced; who writes reads for herself', async () => {
  const connected = new Promise<void>((resolve) => onConnection((yes) => yes && resolve()))
  const ear = listen(appUrl, quietLog)
  afterAll(() => ear.stop())
  await connected
  made = 0
  expect([await ask(), await ask(), await ask(other), await ask(town, false), await ask()]).toEqual([1, 1, 2, 3, 1])
  await doing(pool, { town: other }, async (ctx) => announce(ctx, ['trees']))
  expect(await ask()).toBe(1)
  await doing(pool, { town }, async (ctx) => announce(ctx, ['bushes', 'trees']))
  expect(await ask()).toBe(4)
})

test('what could not be read is read again', async () => {
  const broken = () => doing(pool, { town, readOnly: true }, (ctx) => kept(ctx, 'trees', 'broken', () => Promise.reject(new Error('gone'))))
  await expect(broken()).rejects.toThrow('gone')
  expect(await doing(pool, { town, readOnly: true }, (ctx) => kept(ctx, 'trees', 'broken', async () => 'here'))).toBe('here')
})
