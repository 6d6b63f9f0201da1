import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { expressOf, isKept } from './express.ts'
import { PageCache } from './page-cache.ts'
import { cachedResponse } from './read.ts'

const cache = new PageCache()
const express = expressOf({ cache, clock: () => new Date(0) })
let longWays = 0

/** Answers the long way from the kept page, as the program does; the express lane before it. */
const server: Server = createServer(async (incoming: IncomingMessage, outgoing) => {
  if (express.answer(incoming, outgoing)) return
  longWays += 1
  const page = cache.get('start', 0)
  const headers = new Headers(incoming.headers as Record<string, string>)
  const made = page ? isKept(cachedResponse(page, headers), { page, key: 'start' }) : new Response('made afresh')
  const response = express.note(incoming, made)
  outgoing.writeHead(response.status, [...response.headers].flat())
  outgoing.end(Buffer.from(await response.arrayBuffer()))
}).listen(0)
afterAll(() => server.close())

const keep = (html: string) => cache.put('start', cache.begin(), html, { 'content-type': 'text/html; charset=utf-8' }, ['t:report'], 0)
const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers: { 'accept-encoding': 'identity', ...headers }, method })

beforeEach(() => {
  cache.flush()
  longWays = 0
})

test('the same question is answered at once, with the same bytes and an own number', async () => {
  keep('<p>heute</p>')
  const first = await ask()
  const second = await ask()
  expect([await first.text(), await second.text(), longWays]).toEqual(['<p>heute</p>', '<p>heute</p>', 1])
  expect(second.headers.get('etag')).toBe(first.headers.get('etag'))
  expect(second.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
})

test('what changed is not shown once more', async () => {
  keep('<p>alt</p>')
  await ask()
  await ask()
  cache.changed(['t:report'])
  expect(await (await ask()).text()).toBe('made afresh')
  keep('<p>neu</p>')
  expect(await (await ask()).text()).toBe('<p>neu</p>')
})

test.each([
  ['another language', { 'accept-language': 'en' }],
  ['another coding', { 'accept-encoding': 'br' }],
  ['a cookie', { cookie: 'sitzung=somebody' }],
  ['a key', { authorization: 'Bearer x' }],
  ['a condition', { 'if-none-match': '"x"' }],
])('%s is another question', async (_, headers) => {
  keep('<p>heute</p>')
  await ask()
  await ask(headers)
  expect(longWays).toBe(2)
})

test('what was not made from a kept page is never answered from memory', async () => {
  await ask()
  await ask()
  expect(longWays).toBe(2)
})
