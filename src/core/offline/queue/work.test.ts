import { beforeEach, describe, expect, it } from 'vitest'
import type { Fetch } from './answer.ts'
import { type Entry, LEASE_MS, taken } from './entry.rules.ts'
import { WHO } from './send.ts'
import { memoryStore } from './testing/memory-store.ts'
import { sendWaiting } from './work.ts'

let store = memoryStore()
let clock = 1_800_000_000_000
let server = fakeServer()
beforeEach(() => {
  store = memoryStore()
  clock = 1_800_000_000_000
  server = fakeServer()
})

/** Answers as ours does: an upload in parts, and one effect for a key however often it is asked. `fault` may spoil an answer. */
function fakeServer() {
  const uploads = new Map<string, number>()
  const received = new Map<string, URLSearchParams>()
  const state = { owner: '', asked: [] as string[], fault: (_path: string): Response | 'lost' | 'down' | undefined => undefined }
  const answer = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    if (path === WHO) return Response.json({ owner: state.owner })
    if (path === '/dateien') {
      uploads.set(`u${uploads.size + 1}`, 0)
      return new Response(null, { status: 201, headers: { location: `/dateien/u${uploads.size}` } })
    }
    if (path.startsWith('/dateien/')) {
      const id = path.slice(9)
      const offset = uploads.get(id)
      if (offset === undefined) return new Response(null, { status: 404 })
      if (init.method === 'HEAD') return new Response(null, { headers: { 'upload-offset': String(offset) } })
      const next = offset + (init.body as Blob).size
      uploads.set(id, next)
      return new Response(null, { status: 204, headers: { 'upload-offset': String(next) } })
    }
    received.set(headers.get('idempotency-key') ?? 'none', new URLSearchParams(String(init.body)))
    return Response.json({ number: 'M-1' }, { status: 201, headers: { location: '/meldungen/gesendet/M-1' } })
  }
  const fetching: Fetch = async (path, init) => {
    state.asked.push(`${init?.method ?? 'GET'} ${path}`)
    const fault = state.fault(path)
    if (fault === 'down') throw new TypeError('no network')
    if (fault instanceof Response) return fault
    const response = await answer(path, init)
    if (fault === 'lost') throw new TypeError('the line broke')
    return response
  }
  return { uploads, received, state, fetching }
}

const key = (n: number) => `0198f2b0-0000-7000-8000-00000000000${n}`
async function written(n: number, more: Partial<Entry> = {}, photos = 0): Promise<Entry> {
  const entry: Entry = {
    id: key(n),
    base: '',
    owner: '',
    title: 'Schlagloch',
    url: '/meldungen/ohne-netz',
    page: '/meldungen/ohne-netz',
    fields: [['text', `Loch ${n}`]],
    keyField: 'clientKey',
    keep: undefined,
    state: 'waiting',
    attempts: 0,
    nextAt: 0,
    leaseUntil: 0,
    problem: undefined,
    answer: undefined,
    madeAt: clock + n,
    sentAt: undefined,
    ...more,
  }
  const files = Array.from({ length: photos }, (_, i) => ({
    entry: entry.id,
    n: i,
    field: 'photos',
    name: `${i}.jpg`,
    blob: new Blob(['x'.repeat(1_500_000)]),
    about: { kinds: 'image' },
    address: undefined,
    fileId: undefined,
  }))
  await store.write(entry, files, clock)
  return entry
}
const work = (more: { force?: boolean; only?: string } = {}) =>
  sendWaiting({ store, fetching: server.fetching, base: '', now: () => clock, ...more })
const stateOf = async (n: number) => (await store.get(key(n)))?.state

describe('what waits', () => {
  it('is sent with its photos, under its key, and leaves nothing behind', async () => {
    await written(1, {}, 2)
    expect(await work()).toBeUndefined()
    const sent = server.received.get(key(1))
    expect(sent?.getAll('photos')).toEqual(['u1', 'u2'])
    expect(sent?.get('clientKey')).toBe(key(1))
    expect(await store.get(key(1))).toMatchObject({ state: 'sent', fields: [], answer: { path: '/meldungen/gesendet/M-1', number: 'M-1' } })
    expect(await store.files(key(1))).toEqual([])
  })

  it('is counted once when the answer is lost, and its photos do not go again', async () => {
    await written(1, {}, 2)
    server.state.fault = (path) => (path === '/meldungen/ohne-netz' ? 'lost' : undefined)
    expect(await work()).toBe(clock + 5_000)
    expect(await stateOf(1)).toBe('waiting')
    server.state.fault = () => undefined
    clock += 5_000
    await work()
    expect(await stateOf(1)).toBe('sent')
    expect(server.received.size).toBe(1)
    expect(server.uploads.size).toBe(2)
  })

  it('goes on with a photo where the line broke', async () => {
    await written(1, {}, 1)
    let parts = 0
    server.state.fault = (path) => (path === '/dateien/u1' && ++parts === 2 ? 'down' : undefined)
    await work()
    expect(server.uploads.get('u1')).toBe(256 * 1024)
    server.state.fault = () => undefined
    await work({ force: true })
    expect(server.uploads).toEqual(new Map([['u1', 1_500_000]]))
    expect(await stateOf(1)).toBe('sent')
  })

  it('waits without network, and the others are not tried', async () => {
    await written(1)
    await written(2)
    server.state.fault = () => 'down'
    await work()
    expect(server.state.asked).toHaveLength(1)
    expect([await stateOf(1), await stateOf(2)]).toEqual(['waiting', 'waiting'])
  })

  it('is not sent twice by two tabs', async () => {
    await written(1, {}, 1)
    await Promise.all([work(), work(), work({ force: true })])
    expect(server.state.asked.filter((asked) => asked === 'POST /meldungen/ohne-netz')).toHaveLength(1)
  })

  it('stands aside when it is refused, and the next one goes', async () => {
    await written(1)
    await written(2)
    const no = () => Response.json({ type: 'urn:stadtplatz:problem:placeUnknown', detail: 'Den Ort kennen wir nicht.' }, { status: 422 })
    server.state.fault = () => (server.state.asked.length === 1 ? no() : undefined)
    await work()
    expect(await store.get(key(1))).toMatchObject({
      state: 'refused',
      problem: { code: 'placeUnknown', words: 'Den Ort kennen wir nicht.' },
    })
    expect(await stateOf(2)).toBe('sent')
  })

  it('uploads anew what the server has cleared away meanwhile', async () => {
    await written(1, {}, 1)
    const gone = () => Response.json({ type: 'urn:stadtplatz:problem:fileGone', detail: 'weg' }, { status: 422 })
    let first = true
    server.state.fault = (path) => {
      if (path !== '/meldungen/ohne-netz' || !first) return undefined
      first = false
      return gone()
    }
    await work()
    await work({ force: true })
    expect(server.received.get(key(1))?.getAll('photos')).toEqual(['u2'])
  })

  it('is asked for once more without the key of the platform when somebody signed in meanwhile', async () => {
    await written(1)
    let asked = 0
    server.state.fault = (path) =>
      path === '/meldungen/ohne-netz' && ++asked === 1
        ? Response.json({ type: 'urn:stadtplatz:problem:keyReused' }, { status: 422 })
        : undefined
    await work()
    expect(server.received.get('none')?.get('clientKey')).toBe(key(1))
  })

  it('of a person waits until that person is signed in', async () => {
    await written(1, { owner: 'toni' })
    await work()
    expect(await store.get(key(1))).toMatchObject({ state: 'waiting', problem: { code: 'signIn' } })
    expect(server.received.size).toBe(0)
    server.state.owner = 'toni'
    await work({ force: true })
    expect(await stateOf(1)).toBe('sent')
  })

  it.each<[string, () => Response]>([
    ['a page instead of an answer', () => new Response('<p>Please sign in to the Wi-Fi</p>', { headers: { 'content-type': 'text/html' } })],
    ['another success than ours', () => new Response(null, { status: 204 })],
    ['a way to somewhere else', () => new Response(null, { status: 302, headers: { location: 'https://portal.example/' } })],
    ['a refusal that is not ours', () => new Response('<h1>Forbidden</h1>', { status: 403 })],
    ['a sign-in that is not ours', () => new Response('', { status: 401 })],
  ])('%s is no receipt: it stays with its photos, and goes when the town answers', async (_, stranger) => {
    for (const [n, spoiled] of ['/meldungen/ohne-netz', '/dateien', WHO].entries()) {
      const entry = await written(n, { owner: 'toni' }, 1)
      server.state.owner = 'toni'
      server.state.fault = (path) => (path === spoiled ? stranger() : undefined)
      await work()
      expect(await store.get(key(n))).toMatchObject({ state: 'waiting', problem: undefined, fields: entry.fields })
      expect(await store.files(key(n))).toHaveLength(1)
      server.state.fault = () => undefined
      await work({ force: true })
      expect(await stateOf(n)).toBe('sent')
    }
  })

  it.each([204, 200])('a photo of which %s takes nothing is tried later, not for ever', async (status) => {
    for (const [n, headers] of ([{}, { 'upload-offset': '0' }, { 'upload-offset': 'x' }] as Record<string, string>[]).entries()) {
      await written(n, {}, 1)
      const before = server.state.asked.length
      server.state.fault = (path) => (path.startsWith('/dateien/') ? new Response(null, { status, headers }) : undefined)
      await work()
      expect(server.state.asked.length - before).toBeLessThan(5)
      expect(await stateOf(n)).toBe('waiting')
      server.state.fault = () => undefined
      await work({ force: true })
      expect(await stateOf(n)).toBe('sent')
    }
  })

  it('a busy server says when to come again', async () => {
    await written(1)
    server.state.fault = () => new Response('{}', { status: 503, headers: { 'retry-after': '120' } })
    expect(await work()).toBe(clock + 120_000)
  })
})

describe('what is on the device', () => {
  it('is not written over while it is on its way', async () => {
    const entry = await written(1)
    await store.change(entry.id, (it) => taken(it, clock))
    expect(await store.write({ ...entry, title: 'anders' }, [], clock)).toBe(false)
    expect(await store.write({ ...entry, title: 'anders' }, [], clock + LEASE_MS)).toBe(true)
  })

  it('of a module is its owner’s alone, and goes with the next one', async () => {
    await store.keepOwn('', 'tour', 'nobody’s')
    await store.setOwner('', 'toni')
    expect(await store.own('', 'tour')).toBeUndefined()
    await store.keepOwn('', 'tour', { stops: 3 })
    expect(await store.own('', 'tour')).toEqual({ stops: 3 })
    await store.setOwner('', 'rosa')
    await store.setOwner('', 'toni')
    expect(await store.own('', 'tour')).toBeUndefined()
  })

  it('goes when its owner signs out; what waits from another account stays', async () => {
    await store.setOwner('', 'toni')
    await store.keepOwn('', 'tour', 1)
    await written(1, {}, 1)
    await written(2, { owner: 'toni' })
    await written(3, { owner: 'rosa' })
    await store.wipe('')
    expect((await store.all('')).map(({ id }) => id)).toEqual([key(3)])
    expect(await store.files(key(1))).toEqual([])
    expect(await store.own('', 'tour')).toBeUndefined()
    expect(await store.owner('')).toBe('')
  })
})
