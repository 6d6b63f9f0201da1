import { expect, test } from 'vitest'
import { may } from '#platform/context.ts'
import { createServer } from '#platform/http/server.ts'
import { newId } from '#platform/ids.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import { removeUnused } from './erase.jobs.ts'
import { attach, filesOf, registerFileReaders, removeFilesOf, signedFilePath, storeBuffer, takenAt } from './index.ts'
import { files } from './setup.ts'
import { jpeg, photoWithPlace } from './testing/pictures.ts'
import { Sender } from './testing/sender.ts'

const program = await testProgram()
const answer = createServer(program.house)
const stranger = new Sender((request) => answer(request, '192.0.2.11'))
const photo = await jpeg(400, 300)

/** Everybody sees the public part; the rest is for people with a session. */
registerFileReaders('notice', async (ctx, _id, audience) => audience === 'public' || may(ctx, 'signedIn'))

async function attached(
  audience: 'public' | 'parties' | 'internal',
  type = 'notice',
  bytes = photo,
): Promise<{ id: string; subject: { type: string; id: string } }> {
  return await doing(program.pool, { town: program.town, now: program.clock.at }, async (ctx) => {
    const stored = await storeBuffer(ctx, bytes, { name: 'a.jpg', kinds: ['image'] })
    if (!stored.ok) throw new Error(stored.refusal.code)
    const subject = { type, id: newId() }
    await attach(ctx, [stored.value], { ...subject, audience })
    return { id: stored.value, subject }
  })
}

test('a public picture is kept by caches for five minutes, and asked for again costs nothing', async () => {
  const { id } = await attached('public')
  const first = await stranger.ask('GET', `/dateien/${id}/medium`)
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'public, max-age=300, must-revalidate'])
  const again = await stranger.ask('GET', `/dateien/${id}/medium`, { 'if-none-match': first.headers.get('etag')! })
  expect([again.status, await again.text()]).toEqual([304, ''])
  expect(Number(first.headers.get('content-length'))).toBe((await first.arrayBuffer()).byteLength)
})

test('what is for the parties is for nobody else, and lies in no cache', async () => {
  const { id } = await attached('parties')
  expect((await stranger.ask('GET', `/dateien/${id}/small`)).status).toBe(404)
  const { visitor } = await program.signedIn()
  const seen = await visitor.get(`/dateien/${id}/small`)
  expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
})

test('what no module answers for is read by nobody', async () => {
  const { id } = await attached('public', 'forgotten')
  expect((await stranger.ask('GET', `/dateien/${id}/small`)).status).toBe(404)
})

test('another town, an unknown id and a size that is not there all look the same', async () => {
  await program.makeTown('altdorf')
  const { id } = await attached('public')
  const elsewhere = new Sender((request) => answer(request, '192.0.2.11'), 'http://altdorf.test')
  const bodies = await Promise.all(
    [
      elsewhere.ask('GET', `/dateien/${id}/small`),
      elsewhere.ask('GET', `/dateien/${newId()}/small`),
      stranger.ask('GET', `/dateien/${id}/original`),
    ].map(async (response) => [(await response).status, (await response).headers.get('content-type')]),
  )
  expect(new Set(bodies.map(String))).toEqual(new Set(['404,text/html; charset=utf-8']))
  expect((await stranger.ask('GET', `/dateien/${id}/..%2F..%2Fsecret`)).status).toBe(404)
})

test('a signed link opens one size of one file until its day', async () => {
  const { id } = await attached('internal')
  const path = await doing(program.pool, { town: program.town, now: program.clock.at }, async (ctx) => signedFilePath(ctx, id, 'small', 2))
  const opened = await stranger.ask('GET', path)
  expect([opened.status, opened.headers.get('cache-control'), opened.headers.get('cross-origin-resource-policy')]).toEqual([
    200,
    'private, no-store',
    'cross-origin',
  ])
  for (const other of [
    path.replace('small', 'large'),
    path.replace(/bis=\d/, 'bis=9'),
    path.replace(/&s=(.)/, (_, first) => `&s=${first === '_' ? 'A' : '_'}`),
    path.replace(id, newId()),
  ])
    expect((await stranger.ask('GET', other)).status).toBe(404)
  program.clock.forward(2 * 24 * 60 + 1)
  expect((await stranger.ask('GET', path)).status).toBe(404)
})

test('a photo tells where and when it was taken, and the picture does not', async () => {
  const { id } = await attached('public', 'notice', await photoWithPlace())
  const taken = await doing(program.pool, { town: program.town }, (ctx) => takenAt(ctx, [id]))
  expect(taken).toMatchObject({
    lat: expect.closeTo(49.4521, 4),
    lon: expect.closeTo(11.0767, 4),
    accuracy: 8,
    direction: 270,
    at: expect.any(Date),
  })
  const bytes = Buffer.from(await (await stranger.ask('GET', `/dateien/${id}/large`)).arrayBuffer())
  expect(bytes.includes('Exif')).toBe(false)
  expect(bytes.includes('EXIF')).toBe(false)
})

test('what nobody used is removed after a day, bytes and all; what is used stays', async () => {
  const { town, clock } = program
  const used = await attached('public')
  const unused = await doing(program.pool, { town, now: clock.at }, async (ctx) => {
    const stored = await storeBuffer(ctx, photo, { name: 'a.jpg', kinds: ['image'] })
    return stored.ok ? stored.value : ''
  })
  const sweep = () => doing(program.pool, { town, now: clock.at }, removeUnused)
  clock.forward(23 * 60)
  expect(await sweep()).toBe(0)
  clock.forward(2 * 60)
  expect(await sweep()).toBe(1)
  await program.work()
  expect(await files().store.open(`${town.id}/${unused.slice(-2)}/${unused}/small`)).toBeUndefined()
  expect((await stranger.ask('GET', `/dateien/${used.id}/small`)).status).toBe(200)

  await doing(program.pool, { town }, (ctx) => removeFilesOf(ctx, used.subject))
  await program.work()
  expect(await doing(program.pool, { town }, (ctx) => filesOf(ctx, used.subject))).toEqual([])
  expect(await files().store.open(`${town.id}/${used.id.slice(-2)}/${used.id}/small`)).toBeUndefined()
})
