import { createServer as createTcpServer } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { createServer } from '#platform/http/server.ts'
import { newId } from '#platform/ids.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import { clamdScanner } from './clamd.ts'
import { attach, filesOf, registerFileReaders, storeBuffer } from './index.ts'
import { scanAgain } from './scan.verbs.ts'
import { files } from './setup.ts'
import { fakeClamd } from './testing/clamd.ts'
import { eicar, pdf } from './testing/documents.ts'
import { jpeg } from './testing/pictures.ts'
import { Sender } from './testing/sender.ts'

const clamd = await fakeClamd()
afterAll(() => clamd.stop())
const program = await testProgram({ CLAMD: clamd.address })
const { pool, town } = program
const answer = createServer(program.house)
const stranger = new Sender((request) => answer(request, '192.0.2.12'))
registerFileReaders('probe', async () => true)
const photo = await jpeg(300, 200)

const take = (bytes: Buffer) =>
  doing(pool, { town }, async (ctx) => {
    const stored = await storeBuffer(ctx, bytes, { name: 'a', kinds: ['image', 'pdf'] })
    if (!stored.ok) return { code: stored.refusal.code, id: '', subject: { type: 'probe', id: newId() } }
    const subject = { type: 'probe', id: newId() }
    expect(await attach(ctx, [stored.value], { ...subject, audience: 'public' })).toMatchObject({ ok: true })
    return { code: undefined, id: stored.value, subject }
  })
const status = async (id: string, part: string) => (await stranger.ask('GET', `/dateien/${id}/${part}`)).status
const again = (id: string) => doing(pool, { town }, (ctx) => scanAgain(ctx, id))
const objects = async (id: string) => {
  const found = await Promise.all(['small', 'original'].map((part) => files().store.open(`${town.id}/${id.slice(-2)}/${id}/${part}`)))
  for (const one of found) one?.stream.destroy()
  return found.map((one) => one !== undefined)
}

test('with a verdict at hand a file is read at once, and an infected one never taken', async () => {
  expect(await status((await take(photo)).id, 'small')).toBe(200)
  expect(await take(pdf(eicar))).toMatchObject({ code: 'fileInfected' })
  expect(await take(Buffer.concat([photo, Buffer.from(eicar)]))).toMatchObject({ code: 'fileInfected' })
})

test('without a verdict nothing is read; the queue asks until there is one', async () => {
  clamd.mood = 'down'
  const { id, subject } = await take(photo)
  const document = await take(pdf())
  expect([await status(id, 'small'), await status(document.id, 'original')]).toEqual([404, 404])
  expect(await doing(pool, { town }, (ctx) => filesOf(ctx, subject))).toEqual([])
  expect(await doing(pool, { town }, (ctx) => filesOf(ctx, subject, { waiting: true }))).toMatchObject([{ id, state: 'pending' }])
  // In whichever way the line breaks: the scanner hung up before or while it was written to.
  await expect(again(id)).rejects.toThrow(/hung up|EPIPE|ECONNRESET/)
  expect(await status(id, 'small')).toBe(404)
  clamd.mood = 'well'
  await program.work()
  expect([await status(id, 'small'), await status(document.id, 'original')]).toEqual([200, 200])
  expect(await objects(id)).toEqual([true, false])
})

test('a late bad verdict takes the file away', async () => {
  clamd.mood = 'down'
  const { id, subject } = await take(Buffer.concat([photo, Buffer.from(eicar)]))
  clamd.mood = 'well'
  await program.work()
  expect(await status(id, 'small')).toBe(404)
  expect(await objects(id)).toEqual([false, false])
  expect(await doing(pool, { town }, (ctx) => filesOf(ctx, subject, { waiting: true }))).toEqual([])
})

test('a scanner that answers before it heard everything is believed', async () => {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', () => socket.end('stream: Win.Test FOUND\0'))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = address && typeof address === 'object' ? address.port : 0
  const much = Readable.from(Array.from({ length: 200 }, () => Buffer.alloc(100_000)))
  expect(await clamdScanner(`127.0.0.1:${port}`)(much)).toBe('infected')
  await new Promise((done) => server.close(done))
})

test.each(['INSTREAM size limit exceeded. ERROR\0', 'stream: OK', 'stream: OK but not quite\0', '\0', 'UNKNOWN COMMAND\0'])(
  'the answer %j is no verdict',
  async (words) => {
    const server = createTcpServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.end(words))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    const port = address && typeof address === 'object' ? address.port : 0
    await expect(clamdScanner(`127.0.0.1:${port}`)(Readable.from([Buffer.from('x')]))).rejects.toThrow()
    await new Promise((done) => server.close(done))
  },
)
