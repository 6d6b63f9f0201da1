import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { system, type Town } from '#platform/context.ts'
import type { Schedule } from '#platform/module.ts'
import { inContext } from '#platform/open-context.ts'
import { CategoryInput, hideReport, publishReport, saveCategory, saveGroup, sendReport, takeStep } from '#services/reports/index.ts'
import { type SignedIn, testProgram } from '../../../test/setup/program.ts'
import { doing } from '../../../test/setup/town.ts'
import type { Seen } from '../../../test/setup/visitor.ts'
import { takeDue } from './delivery.sql.ts'
import { isGenuine } from './signature.rules.ts'
import { sendAgain, tidy } from './webhook.jobs.ts'

type Got = { path: string; headers: IncomingHttpHeaders; body: string }
let got: Got[] = []
let answer: (response: ServerResponse, path: string) => void
const receiver = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    got.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(parts).toString('utf8') })
    answer(response, request.url ?? '')
  })
})
await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
const here = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
afterAll(() => receiver.close())

const program = await testProgram({ OUTGOING_ALLOWED: here })
const { town } = program
const PATH = '/verwaltung/webhooks'
let admin: SignedIn
let elsewhere: Town

beforeAll(async () => {
  admin = await program.signedIn({ name: 'Adele Admin', roles: ['admin'] })
  elsewhere = await program.makeTown('altdorf')
  for (const where of [town, elsewhere])
    await doing(program.pool, { town: where }, async (ctx) => {
      await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
      await saveCategory(
        ctx,
        CategoryInput.parse({ code: 'hole', groupCode: 'street', name: { de: 'Loch', en: 'Hole' }, publish: 'atOnce' }),
      )
    })
})
beforeEach(() => {
  got = []
  answer = (response) => response.writeHead(200).end('thanks')
})

const at = (where = town) => ({ town: where, now: program.clock.at })
/** Words with a telephone number wait for a moderator. */
const TO_CHECK = 'Ein Loch, rufen Sie mich an: 0151 23456789'
const send = (where = town, text = 'Loch vor dem Haus') =>
  doing(program.pool, at(where), async (ctx) => {
    const place = { lat: 49.05, lon: 11.05, way: 'map', label: 'Lindenstraße 12' } as const
    const sent = await sendReport(ctx, { category: 'hole', place, text, name: 'Rita Melderin', email: 'rita@example.org' })
    if (!sent.ok) throw new Error(sent.refusal.code)
    return sent.value.number
  })
const run = async ({ run: work }: Schedule) => {
  await inContext(program.house, { town, actor: system }, work)
  await program.work()
}
const later = async (minutes: number) => {
  program.clock.forward(minutes)
  await run(sendAgain)
}
const fields = (path: string, kinds: string[] = ['report.published', 'report.ended']) => ({ name: `An ${path}`, url: here + path, kinds })

/** Registers one; its page, its id and its secret. */
async function register(path: string, kinds?: string[], who = admin): Promise<{ id: string; secret: string; page: Seen }> {
  const done = await who.visitor.fill(`${PATH}/neu`, PATH, fields(path, kinds))
  expect(done.status).toBe(303)
  const page = await who.visitor.follow(done)
  return { id: done.location!.split('/').at(-1)!, secret: /whsec_[A-Za-z0-9+/=]+/.exec(page.body)![0], page }
}
const press = (id: string, word: string, more = {}) => admin.visitor.fill(`${PATH}/${id}`, `${PATH}/${id}/${word}`, more)
const page = async (id: string) => (await admin.visitor.get(`${PATH}/${id}`)).body
const mine = (path: string) => got.filter((one) => one.path === `/${path}`)
const genuine = (secret: string, { headers, body }: Got) =>
  isGenuine(secret, new Headers(headers as Record<string, string>), body, Math.floor(program.clock.at.getTime() / 1000))

test('an address is registered, its secret shown once; what is wrong comes back with every field kept', async () => {
  const { id, secret, page: first } = await register('first')
  expect(first.body).toContain('nur dieses eine Mal')
  admin.visitor.cookies.delete('webhook')
  expect(await page(id)).not.toContain(secret)
  const [kept] = await doing(program.pool, at(), (ctx) => ctx.db.selectFrom('core.webhook').selectAll().execute())
  expect(JSON.stringify(kept)).not.toContain(secret.slice('whsec_'.length))

  const wrong: [string, RegExp][] = [
    ['https://10.0.0.1/x', /internen Netz/],
    ['http://town.example/', /mit https/],
    [`${here}first`, /schon angemeldet/],
    ['/demo/empfaenger/ok', /keine Adresse/],
  ]
  for (const [url, words] of wrong) {
    const again = await admin.visitor.fill(`${PATH}/neu`, PATH, { name: 'Karte', url, kinds: ['report.done'] })
    expect(again.status).toBe(422)
    expect(again.body).toMatch(words)
    expect(again.body).toContain('value="Karte"')
    expect(again.body).toMatch(/value="report.done" checked/)
  }
  const empty = await admin.visitor.fill(`${PATH}/neu`, PATH, {})
  expect(empty.status).toBe(422)
  await press(id, 'entfernen')
})

test('what becomes public is sent once, signed, with nothing personal; what is not public never', async () => {
  const { id, secret } = await register('a')
  const number = await send()
  await send(town, TO_CHECK)
  await program.work()
  expect(mine('a')).toHaveLength(1)
  const [one] = mine('a')
  const body = JSON.parse(one!.body)
  expect(body).toEqual({
    id: one!.headers['webhook-id'],
    kind: 'report.published',
    time: program.clock.at.toISOString(),
    town: { slug: 'neustadt', name: 'Neustadt', url: 'http://neustadt.test' },
    subject: { type: 'report', number, url: `http://neustadt.test/meldungen/${number}` },
  })
  expect(genuine(secret, one!)).toBe(true)
  expect(one!.body + JSON.stringify(one!.headers)).not.toMatch(/Rita|rita|Haus|Lindenstr/)
  await later(60)
  expect(mine('a')).toHaveLength(1)
  expect(await page(id)).toMatch(new RegExp(`Meldung veröffentlicht ${number}`))
  await press(id, 'entfernen')
})

test('a failure is tried again later, under the same id; a redirect is one and nobody follows it', async () => {
  const { id } = await register('b')
  await send()
  const answers = [500, 302, 204]
  answer = (response) => response.writeHead(answers.shift() ?? 500, { location: `${here}trap` }).end('no')
  await program.work()
  expect(mine('b')).toHaveLength(1)
  expect(await page(id)).toContain('Antwortet nicht richtig')
  await later(1)
  await later(1)
  expect(mine('b')).toHaveLength(2)
  await later(3)
  expect(mine('b')).toHaveLength(3)
  expect(new Set(mine('b').map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(new Set(mine('b').map((one) => one.body)).size).toBe(1)
  expect(mine('trap')).toEqual([])
  const list = await page(id)
  expect(list).toContain('Wird beliefert')
  const one = /zustellungen\/[0-9a-f-]{36}/.exec(list)![0]
  const delivery = await admin.visitor.get(`${PATH}/${id}/${one}`)
  for (const status of ['500 ·', '302 ·', '204 ·']) expect(delivery.body).toContain(status)

  answer = (response) => response.writeHead(200).end()
  const again = await admin.visitor.submit(delivery, `${PATH}/${id}/${one}`)
  expect(again.status).toBe(303)
  await program.work()
  expect(mine('b')).toHaveLength(4)
  expect(mine('b')[3]!.body).toBe(mine('b')[0]!.body)
  await press(id, 'entfernen')
})

test('an attempt that was lost with its process is made again', async () => {
  const { id } = await register('lost')
  await send()
  answer = (response) => response.writeHead(503).end()
  await program.work()
  program.clock.forward(1)
  const due = await doing(program.pool, at(), (ctx) => takeDue(ctx, { atOnce: 4, without: [] }))
  expect(due).toHaveLength(1)
  answer = (response) => response.writeHead(200).end()
  await later(1)
  expect(mine('lost')).toHaveLength(1)
  await later(2)
  expect(mine('lost')).toHaveLength(2)
  await press(id, 'entfernen')
})

test('what is public no more when it would be sent is withheld; that it is gone is told to who wants it', async () => {
  const { id } = await register('c', ['report.published', 'report.hidden'])
  await press(id, 'pause')
  const number = await send()
  await program.work()
  expect(got).toEqual([])
  expect(await page(id)).toContain('Angehalten')
  await doing(program.pool, at(), async (ctx) => {
    const hidden = await hideReport(ctx, { number, reason: 'insult' })
    if (!hidden.ok) throw new Error(hidden.refusal.code)
  })
  await program.work()
  await press(id, 'weiter')
  await program.work()
  expect(mine('c').map(({ body }) => JSON.parse(body).kind)).toEqual(['report.hidden'])
  expect(await page(id)).toContain('Zurückgehalten')
  await press(id, 'entfernen')
})

test('410 switches it off, the administration hears of it, and the period is caught up later', async () => {
  const { id } = await register('d')
  answer = (response) => response.writeHead(410).end('gone for good')
  await send()
  await program.work()
  expect(await page(id)).toContain('410')
  const missed = await send()
  await program.work()
  await later(600)
  expect(mine('d')).toHaveLength(1)
  const told = await admin.visitor.get('/mein/mitteilungen')
  expect(told.body).toContain('Der Webhook „An d“ wurde abgeschaltet')

  answer = (response) => response.writeHead(200).end()
  await press(id, 'weiter')
  const day = program.clock.at.toISOString().slice(0, 10)
  expect((await press(id, 'nachsenden', { from: day, until: '2026-05-01' })).status).toBe(422)
  expect((await press(id, 'nachsenden', { from: '2025-01-01', until: day })).status).toBe(422)
  got = []
  expect((await press(id, 'nachsenden', { from: '2026-05-07', until: day })).status).toBe(303)
  await program.work()
  const numbers = mine('d').map(({ body }) => JSON.parse(body).subject.number)
  expect(numbers).toContain(missed)
  const count = numbers.length
  await press(id, 'nachsenden', { from: '2026-05-07', until: day })
  await program.work()
  expect(mine('d')).toHaveLength(count)
  await press(id, 'nachsenden', { from: '2026-05-07', until: day, all: 'on' })
  await program.work()
  expect(mine('d')).toHaveLength(2 * count)
  await press(id, 'entfernen')
})

test('a test is sent also while paused; a new secret signs beside the old one for a day', async () => {
  const { id, secret } = await register('e')
  await press(id, 'pause')
  expect((await press(id, 'probe')).status).toBe(303)
  await program.work()
  expect(JSON.parse(mine('e')[0]!.body)).toMatchObject({ kind: 'test', subject: null })
  const renewed = await admin.visitor.follow(await press(id, 'geheimnis'))
  const fresh = /whsec_[A-Za-z0-9+/=]+/.exec(renewed.body)![0]
  expect(fresh).not.toBe(secret)
  await press(id, 'probe')
  await program.work()
  expect([secret, fresh].map((one) => genuine(one, mine('e')[1]!))).toEqual([true, true])
  program.clock.forward(24 * 60 + 1)
  await press(id, 'probe')
  await program.work()
  expect([secret, fresh].map((one) => genuine(one, mine('e')[2]!))).toEqual([false, true])
  await press(id, 'entfernen')
})

test('after three days a delivery is given up, after five without success the webhook is off', async () => {
  const { id } = await register('f')
  answer = (response) => response.writeHead(500).end()
  await send()
  await program.work()
  for (let hours = 0; hours < 110; hours += 2) await later(120)
  expect(mine('f').length).toBe(11)
  expect(await page(id)).toContain('Aufgegeben')
  expect(await page(id)).toContain('Antwortet nicht richtig')
  program.clock.forward(60 * 31)
  await send()
  await program.work()
  expect(await page(id)).toContain('Abgeschaltet')
  await press(id, 'entfernen')
}, 60_000)

test('a receiver that does not answer gets one at a time, and holds up nobody else', async () => {
  const broken = await register('broken')
  const fine = await register('fine')
  answer = (response, path) => response.writeHead(path === '/broken' ? 503 : 200).end()
  for (let count = 0; count < 12; count += 1) await send()
  await program.work()
  expect(mine('fine')).toHaveLength(12)
  // Four at once at first, because nothing was known of it.
  expect(mine('broken').length).toBeLessThanOrEqual(4)
  const before = mine('broken').length
  await later(5)
  expect(mine('broken').length).toBe(before + 1)
  answer = (response) => response.writeHead(200).end()
  await later(5)
  await later(30)
  const ids = new Set(mine('broken').map(({ headers }) => headers['webhook-id']))
  expect(ids.size).toBe(12)
  for (const { id } of [broken, fine]) await press(id, 'entfernen')
})

test('other towns and other people see nothing and hear nothing', async () => {
  const { id } = await register('g')
  const neighbour = await program.signedIn({ town: elsewhere, roles: ['admin'] })
  expect((await neighbour.visitor.get(`${PATH}/${id}`)).status).toBe(404)
  expect((await neighbour.visitor.get(PATH)).body).not.toContain('An g')
  expect((await neighbour.visitor.post(`${PATH}/${id}/entfernen`, {})).status).not.toBe(303)
  const clerk = await program.signedIn({ roles: ['clerk', 'lead'] })
  expect((await clerk.visitor.get(PATH)).status).toBe(403)
  await send(elsewhere)
  await program.work()
  expect(got).toEqual([])
  await press(id, 'entfernen')
})

test('steps of the work are told with the public stage, and stages of the inside are not', async () => {
  const { id } = await register('h', ['report.accepted', 'report.ended'])
  const number = await send()
  await doing(program.pool, at(), async (ctx) => {
    const ended = await takeStep(ctx, { number, verb: 'end', reason: 'notFound', text: 'Nichts gefunden.' })
    if (!ended.ok) throw new Error(ended.refusal.code)
  })
  await program.work()
  expect(mine('h').map(({ body }) => JSON.parse(body))).toMatchObject([{ kind: 'report.ended', stage: 'ended', subject: { number } }])
  await press(id, 'entfernen')
})

test('a report that is published after a check is told then', async () => {
  const { id } = await register('i')
  const number = await send(town, TO_CHECK)
  await program.work()
  expect(got).toEqual([])
  await doing(program.pool, at(), async (ctx) => {
    const shown = await publishReport(ctx, { number })
    if (!shown.ok) throw new Error(shown.refusal.code)
  })
  await program.work()
  expect(mine('i').map(({ body }) => JSON.parse(body).subject.number)).toEqual([number])
  await press(id, 'entfernen')
})

test('twenty at most; and what was sent is removed after thirty days', async () => {
  for (let count = 0; count < 20; count += 1) await register(`n${count}`, ['report.published'])
  const full = await admin.visitor.fill(`${PATH}/neu`, PATH, fields('n20'))
  expect(full.status).toBe(422)
  expect(full.body).toContain('höchstens 20')
  await send()
  await program.work()
  expect(got).toHaveLength(20)
  const left = () => doing(program.pool, at(), (ctx) => ctx.db.selectFrom('core.webhook_attempt').select('id').execute())
  program.clock.forward(29 * 24 * 60)
  await run(tidy)
  expect(await left()).toHaveLength(20)
  program.clock.forward(2 * 24 * 60)
  await run(tidy)
  expect(await left()).toHaveLength(0)
})
