import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { anonymous } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { testDatabase } from '../../../test/setup/database.ts'
import { doing, makeTown } from '../../../test/setup/town.ts'
import { attach, detach, filesOf, photoOf, storeBuffer, useFiles } from './index.ts'
import { folderStore } from './store/folder.ts'

const { pool } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'stadtplatz-files-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const store = folderStore(join(folder, 'files'))
useFiles({ store, incoming: join(folder, 'incoming'), scanner: undefined, quotaFactor: 0 })
const town = await makeTown(pool)

const picture = (width = 1200, height = 900): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer()
const photos = ['image'] as const

test('a picture becomes three sizes, none enlarged, and belongs to its subject in order', async () => {
  const subject = { type: 'test', id: newId() }
  const bytes = await picture()
  const ids = await doing(pool, { town }, async (ctx) => {
    const stored = [
      await storeBuffer(ctx, bytes, { name: 'a.jpg', kinds: photos }),
      await storeBuffer(ctx, bytes, { name: 'b.jpg', kinds: photos }),
    ]
    const list = stored.map((result) => (result.ok ? result.value : result.refusal.code))
    expect(await attach(ctx, list, { ...subject, audience: 'public' })).toEqual({ ok: true, value: undefined })
    return list
  })
  const files = await doing(pool, { town, readOnly: true }, (ctx) => filesOf(ctx, subject))
  expect(files.map(({ id, name }) => [id, name])).toEqual([
    [ids[0], 'a.jpg'],
    [ids[1], 'b.jpg'],
  ])
  expect(files[0]!.variants).toEqual([
    { name: 'small', width: 320, height: 240 },
    { name: 'medium', width: 800, height: 600 },
    { name: 'large', width: 1200, height: 900 },
  ])
  const photo = photoOf(files[0]!, 'Ein Schlagloch')
  expect(photo).toMatchObject({ src: `/dateien/${ids[0]}/medium`, width: 800, height: 600, alt: 'Ein Schlagloch' })
  const large = await store.open(`${town.id}/${ids[0]!.slice(-2)}/${ids[0]}/large`)
  expect((await sharp(Buffer.concat(await large!.stream.toArray())).metadata()).format).toBe('webp')
})

test('a file belongs to one subject; another account, another subject and another town cannot take it', async () => {
  const other = await makeTown(pool, 'altstadt')
  const accountId = newId()
  const uploader = { ...anonymous, kind: 'person' as const, accountId }
  const id = await doing(pool, { town, actor: uploader }, async (ctx) => {
    const stored = await storeBuffer(ctx, await picture(40, 30), { name: 'a.jpg', kinds: photos })
    return stored.ok ? stored.value : ''
  })
  const to = { type: 'test', id: newId(), audience: 'parties' as const }
  const take = (where = town, actor = uploader, target = to) => doing(pool, { town: where, actor }, (ctx) => attach(ctx, [id], target))
  const gone = { ok: false, refusal: { code: 'fileGone' } }
  expect(await take(other)).toEqual(gone)
  expect(await take(town, { ...uploader, accountId: newId() })).toEqual(gone)
  expect(await take()).toMatchObject({ ok: true })
  expect(await take()).toMatchObject({ ok: true })
  expect(await take(town, uploader, { ...to, id: newId() })).toEqual(gone)
  await doing(pool, { town }, (ctx) => detach(ctx, [id], to))
  expect(await doing(pool, { town }, (ctx) => filesOf(ctx, to))).toEqual([])
})
