import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createServer } from '#platform/http/server.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import { attach } from './index.ts'
import { files } from './setup.ts'
import { eicar, pdf } from './testing/documents.ts'
import { jpeg } from './testing/pictures.ts'
import { Sender } from './testing/sender.ts'

const program = await testProgram()
const answer = createServer(program.house)
const sender = (origin?: string) => new Sender((request) => answer(request, '192.0.2.9'), origin)
const photo = new Uint8Array(await jpeg(900, 700))
const idOf = (path: string) => path.split('/').at(-1)!

async function begun(who: Sender, length = photo.length, more = {}): Promise<string> {
  const response = await who.begin(length, more)
  expect(response.status).toBe(201)
  return response.headers.get('location')!
}

test('a photo in three parts becomes a file that only its sender sees', async () => {
  const me = sender()
  const path = await begun(me)
  for (const [from, to] of [
    [0, 5000],
    [5000, 9000],
    [9000, photo.length],
  ] as const) {
    const response = await me.part(path, from, photo.slice(from, to))
    expect([response.status, response.headers.get('upload-offset')]).toEqual([204, String(to)])
  }
  expect(await me.offset(path)).toBe(photo.length)
  const seen = await me.ask('GET', `${path}/small`)
  expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect((await sender().ask('GET', `${path}/small`)).status).toBe(404)
  expect(await sender().offset(path)).toBeUndefined()
})

test('what arrived before the line broke is kept, and the upload goes on from there, also in a program started anew', async () => {
  const me = sender()
  const path = await begun(me)
  let pulls = 0
  const breaking = new ReadableStream(
    {
      async pull(line) {
        pulls += 1
        if (pulls === 1) return line.enqueue(photo.slice(0, 8000))
        // Not before the first chunk was read: an error empties the stream.
        await new Promise((later) => setTimeout(later, 100))
        line.error(new Error('the line broke'))
      },
    },
    { highWaterMark: 0 },
  )
  const broken = await me.part(path, 0, breaking)
  expect(broken.headers.get('upload-offset')).toBe('8000')
  const again = createServer(program.house)
  const later = new Sender((request) => again(request, '192.0.2.9'))
  later.cookie = me.cookie
  expect(await later.offset(path)).toBe(8000)
  expect((await later.part(path, 8000, photo.slice(8000))).status).toBe(204)
  expect((await later.ask('GET', `${path}/large`)).status).toBe(200)
})

test('a part at the wrong place is refused and says nothing about others', async () => {
  const me = sender()
  const path = await begun(me)
  expect((await me.part(path, 10, photo.slice(10, 20))).status).toBe(409)
  await me.part(path, 0, photo.slice(0, 100))
  expect((await me.part(path, 0, photo.slice(0, 100))).status).toBe(409)
  expect((await sender().part(path, 100, photo.slice(100))).status).toBe(404)
  expect(await me.offset(path)).toBe(100)
})

test('of two that send the same part at once, one is taken', async () => {
  const me = sender()
  const path = await begun(me)
  const answers = await Promise.all([1, 2, 3, 4].map((n) => me.part(path, 0, photo.slice(0, n * 1000))))
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409])
  const taken = answers.find(({ status }) => status === 204)!
  const offset = Number(taken.headers.get('upload-offset'))
  expect(await me.offset(path)).toBe(offset)
  expect((await me.part(path, offset, photo.slice(offset))).status).toBe(204)
})

test('an empty part at the end finishes what was interrupted', async () => {
  const me = sender()
  const path = await begun(me)
  const { store } = files()
  const put = store.put
  // The store fails while the finished file is written.
  store.put = async (key, source) => (key.includes('/part-') ? put(key, source) : Promise.reject(new Error('no store')))
  expect((await me.part(path, 0, photo)).status).toBe(500)
  store.put = put
  expect(await me.offset(path)).toBe(photo.length)
  expect((await me.part(path, photo.length, '')).status).toBe(204)
  expect((await me.ask('GET', `${path}/medium`)).status).toBe(200)
})

test('a checksum that does not fit leaves the upload where it was', async () => {
  const me = sender()
  const path = await begun(me)
  const digest = (algorithm: string) => createHash(algorithm).update(photo.slice(0, 500)).digest('base64')
  const send = (checksum: string) => me.part(path, 0, photo.slice(0, 500), { 'upload-checksum': checksum })
  expect((await send(`sha256 ${digest('sha1')}`)).status).toBe(460)
  expect(await me.offset(path)).toBe(0)
  expect((await send(`sha1 ${digest('sha1')}`)).status).toBe(204)
  expect((await me.part(path, 500, photo.slice(500, 600), { 'upload-checksum': 'crc7 AA==' })).status).toBe(400)
})

test('more than was announced is refused, and so is an announcement that is too large or empty', async () => {
  const me = sender()
  const path = await begun(me, 1000)
  expect((await me.part(path, 0, photo)).status).toBe(413)
  expect(await me.offset(path)).toBe(0)
  expect((await me.begin(15 * 1024 * 1024 + 1)).status).toBe(413)
  expect((await me.begin(25 * 1024 * 1024, { kinds: 'image pdf' })).status).toBe(201)
  expect((await me.begin(0)).status).toBe(422)
})

test.each([
  ['another version', 412, () => sender().ask('POST', '/dateien', { 'tus-resumable': '0.2.2' })],
  ['no length', 400, () => sender().ask('POST', '/dateien')],
  ['a length that is no number', 400, () => sender().ask('POST', '/dateien', { 'upload-length': '1e3' })],
  ['no such kind', 400, () => sender().begin(10, { kinds: 'svg' })],
  ['no such upload', 404, () => sender().part('/dateien/01890000-0000-7000-8000-000000000000', 0, 'x')],
  ['no id', 404, () => sender().part('/dateien/etc', 0, 'x')],
  [
    'another type of body',
    415,
    () => sender().part('/dateien/01890000-0000-7000-8000-000000000000', 0, 'x', { 'content-type': 'text/plain' }),
  ],
  [
    'no offset',
    400,
    () =>
      sender().ask('PATCH', '/dateien/01890000-0000-7000-8000-000000000000', { 'content-type': 'application/offset+octet-stream' }, 'x'),
  ],
  ['sent from another site', 403, () => sender().ask('POST', '/dateien', { 'upload-length': '5', 'sec-fetch-site': 'cross-site' })],
])('%s: %i', async (_, status, send) => {
  expect((await send()).status).toBe(status)
})

test('what turns out to be something else is refused with a sentence and removed', async () => {
  const me = sender()
  const path = await begun(me, eicar.length)
  const response = await me.part(path, 0, eicar, { 'accept-language': 'en' })
  expect(response.status).toBe(422)
  expect(await response.json()).toMatchObject({ type: 'urn:stadtplatz:problem:fileType', title: expect.stringContaining('do not accept') })
  expect(await me.offset(path)).toBeUndefined()
  await program.work()
  expect(await files().store.open(`${program.town.id}/${idOf(path).slice(-2)}/${idOf(path)}/original`)).toBeUndefined()
})

test('a sender removes what is not used yet, and nothing else', async () => {
  const me = sender()
  const path = await begun(me)
  await me.part(path, 0, photo)
  expect((await sender().ask('DELETE', path)).status).toBe(404)
  expect((await me.ask('DELETE', path)).status).toBe(204)
  await program.work()
  expect((await me.ask('GET', `${path}/small`)).status).toBe(404)

  const used = await begun(me)
  await me.part(used, 0, photo)
  const to = { type: 'probe', id: idOf(used), audience: 'public' as const }
  await doing(program.pool, { town: program.town }, (ctx) => attach(ctx, [idOf(used)], to))
  expect((await me.ask('DELETE', used)).status).toBe(404)
})

test('an upload of one town is nothing to another, and a person needs no cookie', async () => {
  await program.makeTown('altdorf')
  const { visitor } = await program.signedIn()
  const me = sender()
  me.cookie = `sitzung=${visitor.cookies.get('sitzung')}`
  const path = await begun(me, pdf().length, { name: 'x.pdf', kinds: 'pdf' })
  expect(me.cookie).toContain('sitzung=')
  const elsewhere = sender('http://altdorf.test')
  elsewhere.cookie = me.cookie
  expect(await elsewhere.offset(path)).toBeUndefined()
  expect((await me.part(path, 0, new Uint8Array(pdf()))).status).toBe(204)
  expect((await me.ask('GET', `${path}/original`)).status).toBe(200)
  expect((await elsewhere.ask('GET', `${path}/original`)).status).toBe(404)
})

test('a line that breaks before anything was read harms nobody', async () => {
  const me = sender()
  const path = await begun(me)
  const broken = new ReadableStream({ start: (line) => line.error(new Error('gone')) })
  expect((await me.part(path, 0, broken)).headers.get('upload-offset')).toBe('0')
  expect(await me.offset(path)).toBe(0)
})
