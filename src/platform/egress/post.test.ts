import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'

// Names of this test lead where it wants; everything else is real.
const names: Record<string, string[]> = {}
vi.resetModules()
vi.doMock('node:dns', () => ({
  lookup: (name: string, _: unknown, done: (error: unknown, found: { address: string; family: number }[]) => void) =>
    names[name]
      ? done(
          null,
          names[name].map((address) => ({ address, family: 4 })),
        )
      : done(Object.assign(new Error(name), { code: 'ENOTFOUND' }), []),
}))
const { onlyOpen, openAddresses, postOutside } = await import('./post.ts')
afterAll(() => {
  vi.doUnmock('node:dns')
  vi.resetModules()
})

let asked: string[] = []
let answer: (request: IncomingMessage, response: ServerResponse) => void
const server = createServer((request, response) => {
  asked.push(request.url ?? '')
  request.resume().on('end', () => answer(request, response))
})
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
const { port } = server.address() as AddressInfo
const here = `http://127.0.0.1:${port}`
afterAll(() => server.closeAllConnections())
afterAll(() => server.close())
beforeEach(() => {
  asked = []
  openAddresses([`${here}/`])
})

const send = (url: string, more: { timeoutMs?: number } = {}) =>
  postOutside({ url, headers: { 'content-type': 'application/json' }, body: '{"ö":1}', timeoutMs: 5_000, answerBytes: 1_024, ...more })

test('a body arrives whole, and the beginning of the answer comes back', async () => {
  answer = (_, response) => response.writeHead(201).end(`fine\u0000\u001b[31m${'x'.repeat(50_000)}`)
  const { status, answer: text, trouble } = await send(`${here}/a?b=1`)
  expect([status, trouble, asked]).toEqual([201, undefined, ['/a?b=1']])
  expect(text).toMatch(/^fine\[31mx+$/)
  expect(text.length).toBeLessThanOrEqual(1_024)
})

test('a redirect is an answer, wherever it leads', async () => {
  answer = (_, response) => response.writeHead(307, { location: `${here}/inside` }).end()
  expect((await send(`${here}/a`)).status).toBe(307)
  expect(asked).toEqual(['/a'])
})

test('who takes too long is left alone: before the answer, and in the midst of it', async () => {
  answer = () => {}
  expect(await send(`${here}/a`, { timeoutMs: 150 })).toMatchObject({ status: undefined, trouble: 'timeout' })
  answer = (_, response) => void response.writeHead(200).write('a')
  const slow = await send(`${here}/a`, { timeoutMs: 150 })
  expect(slow).toMatchObject({ status: undefined, trouble: 'timeout' })
  expect(slow.durationMs).toBeLessThan(3_000)
})

test('who goes over to another protocol has answered', async () => {
  answer = ({ socket }) => void socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
  expect(await send(`${here}/a`)).toMatchObject({ status: 101, trouble: undefined })
})

test('nobody there, no such name, broken off', async () => {
  openAddresses(['http://127.0.0.1:1/', `${here}/`])
  expect((await send('http://127.0.0.1:1/')).trouble).toBe('refused')
  expect((await send('https://nowhere.example/')).trouble).toBe('unknownName')
  answer = (request) => request.socket.destroy()
  expect((await send(`${here}/a`)).trouble).toBe('network')
})

test('nothing inside is asked: by number, by name, by a name with an open and an inner address, by a name that changes', async () => {
  openAddresses([])
  answer = (_, response) => response.writeHead(200).end()
  names['inside.example'] = ['127.0.0.1']
  names['both.example'] = ['93.184.216.34', '127.0.0.1']
  names['none.example'] = []
  for (const url of [`${here}/a`, `https://127.0.0.1:${port}/`, `https://[::ffff:127.0.0.1]:${port}/`])
    expect((await send(url)).trouble).toBe('forbiddenAddress')
  for (const name of ['inside.example', 'both.example', 'none.example'])
    expect((await send(`https://${name}:${port}/`)).trouble).toBe('forbiddenAddress')
  expect(asked).toEqual([])
})

test('what was checked is what is used: the addresses of one answer, all of them or none', async () => {
  const lookup = (name: string, all: boolean) =>
    new Promise((done) => onlyOpen(name, { all }, (error, address, family) => done(error ? error.code : [address, family])))
  names['open.example'] = ['93.184.216.34', '93.184.216.35']
  expect(await lookup('open.example', true)).toEqual([names['open.example'].map((address) => ({ address, family: 4 })), undefined])
  expect(await lookup('open.example', false)).toEqual(['93.184.216.34', 4])
  names['both.example'] = ['93.184.216.34', '10.0.0.1']
  for (const all of [true, false]) expect(await lookup('both.example', all)).toBe('FORBIDDEN_ADDRESS')
})
