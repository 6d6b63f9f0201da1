import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { folderStore } from './folder.ts'
import { parseS3Url, s3Store } from './s3.ts'
import type { Store } from './store.ts'

type Call = { method: string; path: string; query: string; authorization: string; length: string | undefined }
const objects = new Map<string, Buffer>()
let calls: Call[] = []
let failures = 0

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** As much of S3 as the store uses: objects by path, lists of at most two, removal of many. */
const server = createServer(async (request, response) => {
  const { method = '', headers } = request
  const url = new URL(request.url ?? '/', 'http://s3')
  const path = decodeURIComponent(url.pathname)
  calls.push({ method, path, query: url.search, authorization: headers.authorization ?? '', length: headers['content-length'] })
  const body = await bodyOf(request)
  const xml = (status: number, text: string) =>
    response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?>${text}`)
  if (failures > 0) {
    failures -= 1
    return void xml(503, '<Error><Code>SlowDown</Code></Error>')
  }
  if (method === 'PUT') {
    objects.set(path, body)
    return void response.writeHead(200, { etag: '"x"' }).end()
  }
  if (method === 'GET' && url.searchParams.has('list-type')) {
    const all = [...objects.keys()]
      .map((key) => key.replace(/^\/bucket\//, ''))
      .filter((key) => key.startsWith(url.searchParams.get('prefix') ?? ''))
    const page = all.slice(0, 2)
    return void xml(
      200,
      `<ListBucketResult><IsTruncated>${all.length > 2}</IsTruncated>${all.length > 2 ? '<NextContinuationToken>more</NextContinuationToken>' : ''}${page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`,
    )
  }
  if (method === 'POST') {
    for (const [, key] of body.toString().matchAll(/<Key>([^<]+)<\/Key>/g)) objects.delete(`/bucket/${key}`)
    return void xml(200, '<DeleteResult></DeleteResult>')
  }
  if (method === 'DELETE') {
    objects.delete(path)
    return void response.writeHead(204).end()
  }
  const found = objects.get(path)
  if (!found) return void xml(404, '<Error><Code>NoSuchKey</Code><Message>no</Message></Error>')
  response.writeHead(200, { 'content-length': found.length }).end(found)
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const address = server.address()
const port = address && typeof address === 'object' ? address.port : 0

const folder = mkdtempSync(join(tmpdir(), 'stadtplatz-store-'))
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  calls = []
})

const town = newId()
const stores: [string, Store][] = [
  ['folder', folderStore(join(folder, 'files'))],
  ['s3', s3Store(`s3://key:se%2Fcret@127.0.0.1:${port}/bucket?region=eu-test-1&tls=0`)],
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
  expect(calls).toHaveLength(1)
  expect(calls[0]).toMatchObject({ method: 'PUT', path: `/bucket/${town}/ab/three/small`, length: '5' })
  expect(calls[0]!.authorization).toMatch(/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-test-1\/s3\/aws4_request/)
})

test('a store that is busy for a moment is asked again', async () => {
  const [, s3] = stores[1]!
  failures = 1
  await s3.put(`${town}/ab/four/small`, { bytes: Buffer.from('x') })
  expect(calls.map(({ method }) => method)).toEqual(['PUT', 'PUT'])
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
