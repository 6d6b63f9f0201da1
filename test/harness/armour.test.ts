import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clientFolder } from '#platform/http/static.ts'
import { armourFindings, withOwnStyles } from '../setup/armour.ts'
import { castOf } from '../setup/cast.ts'
import { atOnce, chanceFor } from '../setup/chance.ts'
import { checksums, differing } from '../setup/checksums.ts'
import { nameOf, routesOf } from '../setup/routes.ts'
import { expectNothing } from '../setup/said.ts'
import type { Asker } from '../setup/visitor.ts'
import { wholeTowns } from '../setup/whole-towns.ts'

const program = await wholeTowns({ TRUST_PROXY: '1' })
const routes = routesOf(program.house)
const chance = chanceFor('armour')
const known = program.known.large
afterAll(() => program.house.hangUp())

/** As it arrives behind a proxy that speaks TLS: cookies then have the names that bind them to the host. */
const overTls: Asker = (request) => {
  const headers = new Headers(request.headers)
  headers.set('x-forwarded-proto', 'https')
  headers.set('cookie', (headers.get('cookie') ?? '').replace(/(^|; )sitzung=/, '$1__Host-sitzung='))
  return program.ask(new Request(request, { headers }))
}
const cast = castOf(program, program.large, overTls)

test('every route answers over TLS with all that armours a browser, allowed or not, found or not', { timeout: 300_000 }, async () => {
  const wrong = new Set<string>()
  await atOnce(
    4,
    routes.flatMap((route) => ['stranger', 'person', 'lead', 'admin'].map((who) => ({ route, who }))),
    async ({ route, who }) => {
      const name = nameOf(route)
      const seen = await (await cast.as(who)).send(route.method, known.address(route, chance))
      for (const each of armourFindings(seen, true))
        if (!(name === withOwnStyles && /unsafe-inline/.test(each))) wrong.add(`${name} as ${who}: ${each}`)
      if (
        who !== 'stranger' &&
        (seen.headers.get('content-type') ?? '').includes('html') &&
        /public/.test(seen.headers.get('cache-control') ?? '')
      )
        wrong.add(`${name} as ${who}: a page of one person may be kept for all`)
      if (who !== 'stranger' && seen.headers.getSetCookie().some((cookie) => /sitzung=;/.test(cookie))) await cast.again(who)
    },
  )
  expectNothing(wrong)
})

test('so do files, addresses of the program itself, mistakes, and other methods', async () => {
  const stranger = await cast.as('stranger')
  const files = readdirSync(join(clientFolder, 'assets')).slice(0, 30)
  const addresses = [
    ...files.map((file) => `/assets/${file}`),
    ...[
      '/favicon.svg',
      '/favicon.ico',
      '/robots.txt',
      '/healthz',
      '/readyz',
      '/metrics',
      '/api/openapi.json',
      '/gibt-es-nicht',
      '/%',
      '/%2e%2e/x',
    ],
    ...[
      '/assets/../../package.json',
      '/t/gibtesnicht/',
      '/t/eulenrode/',
      '/meldungen?seite=%00',
      '/suche?q[]=1',
      `/suche?q=${'x'.repeat(9_000)}`,
    ],
  ]
  const wrong: string[] = []
  for (const address of addresses)
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'DELETE', 'PROPFIND']) {
      const seen = await stranger.send(method, address, {}, method === 'POST' ? 'x=1' : undefined)
      wrong.push(...armourFindings(seen, true).map((each) => `${method} ${address} (${seen.status}): ${each}`))
      if (seen.status >= 500) wrong.push(`${method} ${address} answers ${seen.status}`)
    }
  const nowhere = program.visitor({ town: { ...program.large, origin: 'https://unknown.example' }, ask: overTls })
  wrong.push(...armourFindings(await nowhere.get('/'), true).map((each) => `unknown host: ${each}`))
  expectNothing(wrong)
})

test('no other site can act for somebody: every changing route refuses it and nothing is written', { timeout: 300_000 }, async () => {
  const changing = routes.filter(({ method }) => !['GET', 'HEAD'].includes(method))
  const admin = await cast.as('admin')
  const before = await checksums(program.adminUrl, program.large.id)
  const origin = program.large.origin.replace('http:', 'https:')
  const wrong: string[] = []
  for (const route of changing)
    for (const headers of [
      { 'sec-fetch-site': 'cross-site', origin },
      { 'sec-fetch-site': 'same-site', origin },
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { referer: 'https://evil.example/' },
    ] as Record<string, string>[]) {
      const { status } = await admin.send(route.method, known.address(route, chance), headers, new URLSearchParams())
      if (status !== 403) wrong.push(`${nameOf(route)} answers ${status} to ${JSON.stringify(headers)}`)
    }
  expectNothing(wrong)
  expectNothing(differing(before, await checksums(program.adminUrl, program.large.id)))
  expect(changing.length).toBeGreaterThan(100)
})

test('who signs in over TLS gets cookies that are bound to the host and hidden from scripts', async () => {
  const page = await (await cast.as('stranger')).get('/anmelden')
  const account = /name="account" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const seen = await (await cast.as('stranger')).post('/demo/anmelden', { account })
  expect(seen.status).toBe(303)
  expect(seen.headers.getSetCookie().filter((cookie) => cookie.startsWith('__Host-sitzung=')).length).toBe(1)
  expectNothing(armourFindings(seen, true))
})
