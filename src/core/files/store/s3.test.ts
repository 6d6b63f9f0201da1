import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { fakeS3 } from '../testing/s3.ts'
import { folderStore } from './folder.ts'
import { parseS3Url, s3Store } from './s3.ts'
import type { Store } from './store.ts'

const fake = await fakeS3()
const folder = mkdtempSync(join(tmpdir(), 'stadtplatz-store-'))
afterAll(async () => {
  await fake.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  fake.calls.length = 0
})

const town = newId()
const stores: [string, Store][] = [
  ['folder', folderStore(join(folder, 'files'))],
  ['s3', s3Store(fake.url)],
]
const read = async (store: Store, key: string) => {
  const found = await store.open(key)
  return found && { size: found.size, text: Buffer.concat(await found.stream.toArray()).toString() }
}

test.each(stores)('%s: what is put is there whole, can be replaced and removed', async (_, store) => {
  const key = `${town}/ab/one`
  expect(await store.open(`${key}/small`)).toBeUndefined()
  await store.put(`${key}/small`, { bytes: Buffer.from('first') })
  await store.put(`${key}/small`, { bytes: Buffer.from('second') })
  const path = join(folder, 'local')
  writeFileSync(path, 'from the disk')
  await store.put(`${key}/original`, { path })
  expect(await read(store, `${key}/small`)).toEqual({ size: 6, text: 'second' })
  expect(await read(store, `${key}/original`)).toEqual({ size: 13, text: 'from the disk' })
  await store.remove(`${key}/small`)
  expect(await store.open(`${key}/small`)).toBeUndefined()
})

test.each(stores)('%s: a folder goes with everything in it, and nothing beside it', async (_, store) => {
  for (const key of ['two/a', 'two/b', 'two/c', 'two/d', 'two/e', 'twofold/a'])
    await store.put(`${town}/ab/${key}`, { bytes: Buffer.from('x') })
  await store.removeFolder(`${town}/ab/two`)
  await store.removeFolder(`${town}/ab/two`)
  expect(await store.open(`${town}/ab/two/e`)).toBeUndefined()
  expect(await read(store, `${town}/ab/twofold/a`)).toEqual({ size: 1, text: 'x' })
})

test.each(stores)('%s: no key leads out of a town', async (_, store) => {
  for (const key of ['../x', `${town}/../x`, '/etc/passwd', `${town}`, `${town}/a\0b`, `${town}//x`, 'x/y', `${town}/.x`]) {
    await expect((async () => store.put(key, { bytes: Buffer.from('x') }))()).rejects.toThrow('key of the file store')
    await expect((async () => store.removeFolder(key))()).rejects.toThrow('key of the file store')
  }
})

test('the bucket is named in the path, requests are signed for the region, and lengths are sent', async () => {
  const [, s3] = stores[1]!
  await s3.put(`${town}/ab/three/small`, { bytes: Buffer.from('12345') })
  expect(fake.calls).toHaveLength(1)
  expect(fake.calls[0]).toMatchObject({ method: 'PUT', path: `/bucket/${town}/ab/three/small`, length: '5' })
  expect(fake.calls[0]!.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-test-1\/s3\/aws4_request/)
})

test('a store that is busy for a moment is asked again', async () => {
  const [, s3] = stores[1]!
  fake.failures = 1
  await s3.put(`${town}/ab/four/small`, { bytes: Buffer.from('x') })
  expect(fake.calls.map(({ method }) => method)).toEqual(['PUT', 'PUT'])
})

test('a store that fails is not there for the moment; what it says is no mistake of the program', async () => {
  const [, s3] = stores[1]!
  fake.failures = 3
  await expect(s3.put(`${town}/ab/five/small`, { bytes: Buffer.from('x') })).rejects.toMatchObject({ kind: 'unavailable' })
  fake.mood = 'down'
  await expect(s3.open(`${town}/ab/five/small`)).rejects.toMatchObject({ kind: 'unavailable', retryAfter: 30 })
  fake.mood = 'well'
  expect(await s3.open(`${town}/ab/five/small`)).toBeUndefined()
})

test('the address of a store', () => {
  expect(parseS3Url('s3://a:b%2Bc@store.example:9000/town-files?region=x&tls=0')).toEqual({
    bucket: 'town-files',
    region: 'x',
    endpoint: 'http://store.example:9000',
    credentials: { accessKeyId: 'a', secretAccessKey: 'b+c' },
  })
  expect(parseS3Url('s3://a:b@store.example/files').endpoint).toBe('https://store.example')
  expect(() => parseS3Url('s3://a:b@store.example/')).toThrow('FILES_URL')
})
