import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { pagesOf } from './source.ts'

const window = { from: new Date('2026-05-01T00:00:00Z'), until: new Date('2026-05-07T00:00:00Z') }
const ends: (() => unknown)[] = []
afterEach(() => ends.splice(0).forEach((end) => void end()))

/** A server with a page of one report for each word of `pages`; `nextOf` is what it calls the page after one. */
async function read(pages: readonly string[], nextOf: (nth: number, origin: string) => string | undefined) {
  let asked = 0
  const server = createServer(({ url = '' }, answer) => {
    asked += 1
    const nth = Number(new URL(url, 'http://other.example').searchParams.get('from') ?? 0)
    const next = nextOf(nth, `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    if (next) answer.setHeader('link', `<${next}>; rel="next"`)
    // No third try would be needed: who asks on and on is stopped here.
    answer.writeHead(asked > 20 ? 400 : 200).end(JSON.stringify([{ service_request_id: pages[nth] ?? 'none' }]))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  ends.push(() => server.close())
  const base = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v2/`)
  const found: string[] = []
  for await (const page of pagesOf({ base, jurisdiction: undefined }, window))
    found.push(...page.map((raw) => (raw as { service_request_id: string }).service_request_id))
  return found
}
const words = ['a', 'b', 'c']
const after = (nth: number) => (nth < 2 ? `/v2/requests.json?from=${nth + 1}` : undefined)

test('the next page is the one that an answer names', async () => {
  expect(await read(words, (nth, origin) => after(nth) && origin + after(nth))).toEqual(words)
})

test('a server that is known elsewhere under another name is asked on here', async () => {
  expect(await read(words, (nth) => after(nth) && `https://other.example${after(nth)}`)).toEqual(words)
})

test('a server that names the same page for ever is left', async () => {
  expect(await read(words, (nth) => after(nth) ?? '/v2/requests.json?from=1')).toEqual(words)
  expect(await read(words, () => '/v2/requests.json?from=2')).toEqual(['a', 'c'])
})
