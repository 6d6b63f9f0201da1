import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../test/setup/database.ts'
import { actorWith } from '../../../test/setup/people.ts'
import { makeTown, thursday } from '../../../test/setup/town.ts'
import { type Actor, anonymous } from '../context.ts'
import { newSecret } from '../ids.ts'
import { quietLog } from '../log.ts'
import { ok, refuse } from '../result.ts'
import { registerTexts } from '../text.ts'
import { platformTexts } from '../texts.ts'
import type { House } from './house.ts'
import { PageCache } from './page-cache.ts'
import { json } from './reply.ts'
import { get, post } from './route.ts'
import { createServer } from './server.ts'

registerTexts(platformTexts)
registerTexts({ de: { 'refusal.noisy': 'Zu laut.' }, en: { 'refusal.noisy': 'Too loud.' } })
const { pool } = await testDatabase()
const town = await makeTown(pool, 'alpha')
let gate: Promise<void> = Promise.resolve()
/** Who asks: the first for the first transaction of a request. */
let actors: Actor[] = []

const count = async (): Promise<number> => (await pool.query('SELECT count(*)::int AS n FROM core.account')).rows[0].n

const attempts = async (): Promise<number> =>
  (await pool.query("SELECT count(*)::int AS n FROM core.account WHERE email LIKE 'try-%'")).rows[0].n
const counted = (path: string, repeat?: 'unkeyed') =>
  post(path, {
    may: 'everyone',
    form: z.object({}),
    ...(repeat ? { repeat } : {}),
    run: async (ctx) => {
      await sql`INSERT INTO core.account (id, email, name, created_at)
        VALUES (gen_random_uuid(), ${`try-${newSecret()}@x.test`.toLowerCase()}, 'x', now())`.execute(ctx.db)
      return refuse('noisy', { keep: true })
    },
    done: () => '/form',
    again: () => <p>again</p>,
  })

const routes = [
  counted('/counted', 'unkeyed'),
  counted('/counted-keyed'),
  get('/form', { may: 'everyone', show: () => <p>form</p> }),
  get('/writes', {
    may: 'everyone',
    show: async (ctx) => {
      await sql`INSERT INTO core.account (id, email, name, created_at) VALUES (gen_random_uuid(), 'get@x.test', 'x', now())`.execute(ctx.db)
      return <p>never</p>
    },
  }),
  get('/search', {
    may: 'everyone',
    query: z.object({ q: z.string() }),
    show: async (ctx, { query }) => {
      const { rows } = await sql<{ found: string }>`SELECT ${query.q}::text AS found`.execute(ctx.db)
      return <p>found {rows[0]?.found}</p>
    },
  }),
  get('/named/:name', {
    may: 'everyone',
    params: z.object({ name: z.string() }),
    show: async (ctx, { params }) => {
      const { rows } = await sql<{ found: string }>`SELECT ${params.name}::text AS found`.execute(ctx.db)
      return <p>found {rows[0]?.found}</p>
    },
  }),
  post('/mine', {
    may: 'signedIn',
    form: z.object({ word: z.string().min(1) }),
    run: async () => ok('never'),
    done: () => '/form',
    again: () => <p>only mine</p>,
  }),
  post('/kept', {
    may: 'everyone',
    form: z.object({ word: z.string() }),
    run: async (ctx, { word }) => {
      await sql`SELECT ${JSON.stringify({ word })}::jsonb`.execute(ctx.db)
      return ok(word)
    },
    done: (word) => `/form?${word}`,
    again: () => undefined,
  }),
  post('/form', {
    may: 'everyone',
    form: z.object({ email: z.email(), word: z.string().default('') }),
    run: async (ctx, { email, word }) => {
      await gate
      await sql`INSERT INTO core.account (id, email, name, created_at) VALUES (gen_random_uuid(), ${email}, 'x', now())`.execute(ctx.db)
      return word === 'LOUD' ? refuse('noisy') : ok(email)
    },
    done: () => ({ to: '/form', cookies: [{ name: 'mark', value: newSecret() }] }),
    json: (email) => ({ email, number: newSecret() }),
    again: (_, form) => (
      <p>
        again {String(form.input.email)} {form.errors.email} {form.refusal?.code}
      </p>
    ),
  }),
]

const house: House = {
  modules: [{ name: 'test', texts: { de: {}, en: {} }, routes }],
  pool,
  log: quietLog,
  clock: () => thursday,
  cache: new PageCache(),
  limits: { take: async () => {}, own: async () => {} },
  writing: (work) => work(),
  publicUrl: undefined,
  trustProxy: 0,
  demo: false,
  metricsToken: undefined,
  townOf: async () => town,
  actorOf: async () => actors.shift() ?? anonymous,
  frameOf: async () => ({ nav: [], unread: 0 }),
  receiveFile: async () => refuse('unknown'),
  errorPage: ({ status }) => <p>problem {status}</p>,
  assets: { css: [], js: [] },
  mapSources: [],
  ready: async () => true,
}
const answer = createServer(house)
const send = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
  answer(
    new Request('http://alpha.test/form', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
    }),
  )

test('success is a 303, and the same key has one effect and the same answer', async () => {
  const before = await count()
  const fields = { email: 'one@x.test', _key: newSecret() }
  const [first, again] = [await send(fields), await send(fields)]
  expect([first.status, first.headers.get('location'), again.status, again.headers.get('location')]).toEqual([303, '/form', 303, '/form'])
  expect(await count()).toBe(before + 1)
})

test('a program that repeats its request gets the same body and cookies', async () => {
  const before = await count()
  const _key = newSecret()
  const ask = async () => {
    const response = await send({ email: 'twice@x.test', _key }, { accept: 'application/json' })
    return { status: response.status, body: await response.text(), cookies: response.headers.getSetCookie() }
  }
  const first = await ask()
  expect(first).toMatchObject({
    status: 201,
    body: expect.stringMatching(/"number":"[\w-]{20,}"/),
    cookies: [expect.stringMatching(/^mark=/)],
  })
  expect(await ask()).toEqual(first)
  expect(await count()).toBe(before + 1)
})

test('no answer can be made that would not be kept', () => {
  const made = post('/reply', {
    may: 'everyone',
    form: z.object({}),
    run: async () => ok(undefined),
    // @ts-expect-error a reply is no place to go to
    done: () => json({}),
    again: () => undefined,
  })
  expect(made.method).toBe('POST')
})

test('a refusal keeps what was written only where no key is asked for', async () => {
  const count = await attempts()
  const tell = (path: string) =>
    answer(new Request(`http://alpha.test${path}`, { method: 'POST', body: new URLSearchParams({ _key: newSecret() }) }))
  expect([(await tell('/counted')).status, (await attempts()) - count]).toEqual([422, 1])
  expect([(await tell('/counted-keyed')).status, (await attempts()) - count]).toEqual([500, 1])
})

test('whatever was typed fits into the address that follows', async () => {
  const said = async (word: string) =>
    (await answer(new Request('http://alpha.test/kept', { method: 'POST', body: new URLSearchParams({ word }) }))).headers.get('location')
  expect(await said('Straße 😀\nSet-Cookie: x=1')).toBe('/form?Stra%C3%9Fe%20%F0%9F%98%80%0ASet-Cookie:%20x=1')
  expect(await said('a=%C3%A4&b=1')).toBe('/form?a=%C3%A4&b=1')
})

test('the same key with other content is refused', async () => {
  const _key = newSecret()
  await send({ email: 'two@x.test', _key })
  expect((await send({ email: 'three@x.test', _key })).status).toBe(422)
})

test('while the first is running, a repeat is told to wait', async () => {
  let open = (): void => {}
  gate = new Promise((resolve) => {
    open = resolve
  })
  const fields = { email: 'slow@x.test', _key: newSecret() }
  const first = send(fields)
  await expect
    .poll(
      async () =>
        (
          await pool.query(
            "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
          )
        ).rows[0].n,
    )
    .toBeGreaterThan(0)
  const second = await send(fields)
  open()
  gate = Promise.resolve()
  expect([second.status, second.headers.get('retry-after'), (await first).status]).toEqual([409, '1', 303])
})

test('a refusal undoes everything, keeps what was typed and leaves the key free', async () => {
  const before = await count()
  const _key = newSecret()
  const refused = await send({ email: 'loud@x.test', word: 'LOUD', _key })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('again loud@x.test  noisy')])
  expect(await count()).toBe(before)
  expect((await send({ email: 'loud@x.test', _key })).status).toBe(303)
})

test('wrong input comes back with a sentence, as page or as problem', async () => {
  expect(await (await send({ email: 'nonsense' })).text()).toContain('gültige E-Mail-Adresse')
  const problem = await send({ email: 'nonsense' }, { accept: 'application/json' })
  expect([problem.status, problem.headers.get('content-type')]).toEqual([422, 'application/problem+json; charset=utf-8'])
  expect(await problem.json()).toMatchObject({ status: 422, errors: { email: expect.stringContaining('E-Mail') } })
})

test.each([
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['another origin', { 'sec-fetch-site': '', origin: 'https://evil.test' }, 403],
  ['a strange type', { 'content-type': 'text/plain' }, 415],
])('%s is refused', async (_, headers, status) => {
  expect((await send({ email: 'cross@x.test' }, headers as Record<string, string>)).status).toBe(status)
})

test('what no text can hold is left out of addresses and bodies', async () => {
  const page = await answer(new Request('http://alpha.test/search?q=a%00b'))
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('found ab')])
  const body = '{"word": "\\ud800 \\u0000"}'
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }
  expect((await answer(new Request('http://alpha.test/kept', { method: 'POST', body, headers }))).status).toBe(303)
})

test('an address of a file that cannot be decoded is not there', async () => {
  for (const path of ['/assets/%', '/fonts/%ff', '/assets/%00'])
    expect((await answer(new Request(`http://alpha.test${path}`))).status).toBe(404)
})

test('a form is shown again only to somebody who still may: her session may have ended meanwhile', async () => {
  const ask = async (...who: Actor[]) => {
    actors = who
    const headers = { 'sec-fetch-site': 'same-origin' }
    return (await answer(new Request('http://alpha.test/mine', { method: 'POST', body: new URLSearchParams({ word: '' }), headers })))
      .status
  }
  expect([await ask(actorWith([]), actorWith([])), await ask(actorWith([]))]).toEqual([422, 401])
})

test('nothing has a name that no text can hold', async () => {
  const statusAt = async (name: string) => (await answer(new Request(`http://alpha.test/named/${name}`))).status
  expect([await statusAt('a%20b'), await statusAt('a%00b'), await statusAt('%00')]).toEqual([200, 404, 404])
})

test('a body beyond the limit is refused', async () => {
  expect((await send({ email: 'big@x.test', word: 'x'.repeat(70_000) })).status).toBe(413)
})

test('a GET cannot write, and its error tells nothing', async () => {
  const failed = await answer(new Request('http://alpha.test/writes'))
  expect([failed.status, await failed.text()]).toEqual([500, expect.not.stringContaining('read-only')])
})

test('every answer carries the armour', async () => {
  for (const path of ['/form', '/nowhere', '/healthz', '/api/openapi.json']) {
    const { headers } = await answer(new Request(`http://alpha.test${path}`))
    expect([path, headers.get('content-security-policy'), headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual([
      path,
      expect.stringMatching(/^default-src 'none'; script-src 'self'; style-src 'self';(?!.*unsafe)/),
      'nosniff',
      'DENY',
    ])
  }
})

test('a known path with another method says which it takes', async () => {
  const answered = await answer(new Request('http://alpha.test/writes', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } }))
  expect([answered.status, answered.headers.get('allow'), await answered.text()]).toEqual([
    405,
    'GET',
    expect.stringContaining('problem 405'),
  ])
  const asked = await answer(
    new Request('http://alpha.test/writes', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin', accept: 'application/json' } }),
  )
  expect([asked.headers.get('allow'), await asked.json()]).toEqual(['GET', expect.objectContaining({ status: 405 })])
})

test('an error that nobody asked the content of has none', async () => {
  const answered = await answer(new Request('http://alpha.test/nowhere', { method: 'HEAD', headers: { accept: 'application/json' } }))
  expect([answered.status, answered.headers.get('content-type'), await answered.text()]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
    '',
  ])
})

test('a route without a declared permission stops the start', () => {
  const open = [get('/open', { may: 'nobody.declared', show: () => <p /> })]
  expect(() => createServer({ ...house, modules: [{ name: 'bad', texts: { de: {}, en: {} }, routes: open }] })).toThrow('nobody.declared')
})
