import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ctx, system, type Town } from '#platform/context.ts'
import { startWeb } from '#platform/http/listen.ts'
import { newId } from '#platform/ids.ts'
import { inContext } from '#platform/open-context.ts'
import { CategoryInput, saveCategory, saveGroup, seedCity, takeStep } from '#services/reports/index.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { hearPublic } from '../webhooks/hear.ts'
import { type Done, type InTown, importOpen311 } from './import.ts'

const program = await testProgram()
const { town: there } = program
const web = await startWeb(program.house, { port: 0, host: '127.0.0.1' })
afterAll(() => web.stop())
let here: Town
const base = new URL(`http://127.0.0.1:${web.port}/t/neustadt/open311/v2/`)
const inside =
  (town: Town): InTown =>
  (work) =>
    inContext(program.house, { town, actor: system }, work)
const quiet = () => {}
const run = (more: { inTown?: InTown; named?: Record<string, string>; from?: URL; since?: Date } = {}): Promise<Done> =>
  importOpen311(
    { source: { base: more.from ?? base, jurisdiction: undefined }, named: more.named ?? {}, since: more.since },
    more.inTown ?? inside(here),
    quiet,
  )

type Row = { number: string; text: string; state: string; received: string; closed: string | undefined }
const second = (at: Date | null) => at?.toISOString().slice(0, 19)

/** What everybody may read in a town, by number. */
const publicIn = (town: Town): Promise<Row[]> =>
  inside(town)(async (ctx) => {
    const rows = await ctx.db
      .selectFrom('services.case')
      .selectAll()
      .where('published', '=', true)
      .where('archived_at', 'is', null)
      .orderBy('number')
      .execute()
    return rows.map((row) => ({
      number: row.number,
      text: row.public_text,
      state: ['done', 'ended'].includes(row.state) ? row.state : 'open',
      received: second(row.received_at)!,
      closed: second(row.closed_at),
    }))
  })
const count = (
  town: Town,
  table: 'core.mail' | 'core.notification' | 'core.webhook_delivery' | 'services.report_fact' | 'services.promise_estimate',
) =>
  inside(town)(async (ctx) =>
    Number(
      (
        await ctx.db
          .selectFrom(table)
          .select((q) => q.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    ),
  )

const category = async (ctx: Ctx, code: string, name: string, more = {}) => {
  const made = await saveCategory(
    ctx,
    CategoryInput.parse({ code, groupCode: 'street', name: { de: name, en: name }, publish: 'atOnce', ...more }),
  )
  if (!made.ok) throw new Error(made.refusal.code)
}

beforeAll(async () => {
  here = await program.makeTown('altdorf')
  const unit = await program.makeOrganisation(there, 'department', 'Tiefbauamt')
  const green = await program.makeOrganisation(here, 'department', 'Grünflächenamt')
  await inside(there)(async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    await category(ctx, 'pothole', 'Schlagloch', { unitId: unit })
    await category(ctx, 'tree', 'Baum', { unitId: unit })
    await category(ctx, 'strange', 'Fundsache', { unitId: unit })
    await seedCity(ctx, { count: 450, seed: 3, texts: ['Ein Loch', 'Ein Ast, rufen Sie 0151 23456789 an', 'Etwas'] })
  })
  await inside(here)(async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    await category(ctx, 'hole', 'Schlagloch')
    await category(ctx, 'green', 'Grün', { unitId: green })
    await ctx.db
      .insertInto('core.webhook')
      .values({
        tenant_id: here.id,
        id: newId(),
        name: 'a',
        url: 'https://a.example',
        kinds: ['report.published', 'report.done'],
        state: 'on',
        secret: 'x',
        made_at: ctx.now(),
      })
      .execute()
  })
})

test('broken off again and again it goes on, and ends with everything once; again it adds nothing; nobody hears of it', async () => {
  const wanted = (await publicIn(there)).map((row) => ({ ...row, text: row.text.replace(/0151 \d+/, '[…]') }))
  expect(wanted.length).toBeGreaterThan(350)
  // Broken in the middle of a transaction and between two of them, later each time.
  for (let calls = 3; calls <= 7; calls += 2) {
    let left = calls
    const breaking: InTown = (work) =>
      inside(here)(async (ctx) => {
        const value = await work(ctx)
        left -= 1
        if (left === 0) throw new Error('killed')
        return value
      })
    await expect(run({ inTown: breaking, named: { tree: 'green' } })).rejects.toThrow('killed')
  }
  const done = await run({ named: { tree: 'green' } })
  expect(done.resumed).toBe(true)
  expect(done.refused).toEqual([])
  expect(done.added).toBe(wanted.length)
  expect(await publicIn(here)).toEqual(wanted)

  const again = await run({ named: { tree: 'green' } })
  expect(again).toMatchObject({ added: 0, changed: 0, same: wanted.length, resumed: false, refused: [] })
  expect(
    again.categories.map(({ service, category: { code, closedAt }, how }) => [service.code, code, how, closedAt !== undefined]).sort(),
  ).toEqual([
    ['pothole', 'hole', 'name', false],
    ['strange', 'import-strange', 'code', true],
    ['tree', 'green', 'file', false],
  ])
  expect(await publicIn(here)).toEqual(wanted)

  await program.work()
  for (const table of ['core.mail', 'core.notification', 'core.webhook_delivery'] as const) expect(await count(here, table)).toBe(0)
  const listened = await inside(here)((ctx) =>
    ctx.db.selectFrom('core.reaction').select('listener').where('listener', '=', hearPublic.name).execute(),
  )
  expect(listened).toEqual([])
}, 60_000)

test('what was taken over counts for promises and figures, and is open where it was open', async () => {
  expect(await count(here, 'services.promise_estimate')).toBeGreaterThan(0)
  const figures = program.house.modules.flatMap((module) => module.schedules ?? []).find(({ name }) => name === 'report.figures')!
  for (let page = 0; page < 20; page += 1) {
    await inside(here)(figures.run)
    await program.work()
  }
  expect(await count(here, 'services.report_fact')).toBe((await publicIn(here)).length)
  const open = await inside(here)((ctx) =>
    ctx.db
      .selectFrom('services.case as c')
      .leftJoin('services.assignment as a', (join) => join.onRef('a.case_id', '=', 'c.id').on('a.state', '=', 'offered'))
      .select(['c.state', 'a.unit_id'])
      .where('c.closed_at', 'is', null)
      .execute(),
  )
  expect(open.length).toBeGreaterThan(10)
  for (const { state, unit_id } of open) expect(state).toBe(unit_id ? 'assigned' : 'triage')
})

test('what is other there now is changed here, unless somebody has worked on it here; what was deleted here stays away', async () => {
  const open = (await publicIn(there)).filter(({ state }) => state === 'open').map(({ number }) => number)
  const [ended = '', both = '', gone = ''] = await inside(there)(async (ctx) => {
    const rows = await ctx.db
      .selectFrom('services.case')
      .select('number')
      .where('number', 'in', open)
      .where('state', '=', 'accepted')
      .orderBy('number')
      .limit(3)
      .execute()
    return rows.map(({ number }) => number)
  })
  const end = (town: Town, number: string) =>
    inside(town)(async (ctx) => {
      const done = await takeStep(ctx, {
        number,
        verb: 'end',
        reason: 'notFound',
        text: `Wir haben nichts gefunden, Frau Muster weiß mehr.`,
      })
      if (!done.ok) throw new Error(done.refusal.code)
    })
  await end(here, both)
  program.clock.forward(10)
  for (const number of [ended, both, gone]) await end(there, number)
  await inside(here)((ctx) => ctx.db.deleteFrom('services.case').where('number', '=', gone).execute())
  const { added, changed, refused } = await run({ named: { tree: 'green' } })
  expect({ added, changed, refused }).toEqual({ added: 0, changed: 1, refused: [{ why: 'changedHere', count: 1, examples: [both] }] })
  const page = await program.visitor({ town: here }).get(`/meldungen/${ended}`)
  expect(page.body).toContain('Wir haben nichts gefunden')
  expect(page.body).not.toContain('Frau Muster')
  expect((await program.visitor({ town: here }).get(`/meldungen/${gone}`)).status).toBe(404)
})

/** A server of another make: no pages, numbers as texts, fields missing, a thousand at most. */
async function other(reports: Record<string, unknown>[], more: { dates?: boolean; fails?: number } = {}): Promise<URL> {
  let fails = more.fails ?? 0
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://other.example')
    const [from, until] = [searchParams.get('start_date') ?? '', searchParams.get('end_date') ?? ''].map((text) => new Date(text))
    if (fails-- > 0) return void response.writeHead(503, { 'retry-after': '0' }).end()
    const found = pathname.endsWith('services.json')
      ? []
      : reports.filter(
          ({ requested_datetime: at }) => !at || more.dates === false || (new Date(String(at)) >= from! && new Date(String(at)) <= until!),
        )
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(found.slice(0, 1_000)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  afterAll(() => server.close())
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
}

test('another make of server: everything beyond a thousand is found, and what cannot be taken is told', async () => {
  const day = (days: number, minutes = 0) => new Date(program.clock.at.getTime() - days * 86_400_000 - minutes * 60_000).toISOString()
  const fine = (id: string, at: string) => ({
    service_request_id: id,
    status: 'open',
    service_code: 7,
    service_name: 'Laterne',
    description: 'Dunkel',
    requested_datetime: at,
    lat: '49.05',
    long: 11.05,
  })
  const many = Array.from({ length: 1_150 }, (_, i) => fine(`A-${i}`, day(20, i * 7)))
  const closed = { status: 'closed', updated_datetime: day(3) }
  const odd = [
    { ...fine('', day(1)) },
    { ...fine('no-date', ''), requested_datetime: null },
    { ...fine('no-place', day(1)), lat: null },
    { ...fine('elsewhere', day(1)), lat: 10 },
    { ...fine('never-ended', day(5)), status: 'closed' },
    { ...fine('backwards', day(1)), ...closed },
    { ...fine('turned-down', day(9)), ...closed, extended_attributes: { detailed_status: 'REJECTED' } },
    { ...fine('well-done', day(9)), ...closed, status_notes: 'Neue Lampe', media_url: 'https://other.example/1.jpg' },
    { service_request_id: { a: 1 }, requested_datetime: day(1) },
  ]
  const town = await program.makeTown('neudorf')
  const done = await run({ inTown: inside(town), from: await other([...many, ...odd], { fails: 1 }) })
  expect(done.added).toBe(1_152)
  expect(Object.fromEntries(done.refused.map(({ why, count: n }) => [why, n]))).toEqual({
    ...{ noNumber: 1, noDate: 2, noPlace: 1, outsideTown: 1, noClosingDate: 1, closedBeforeSent: 1 },
  })
  const kept = await inside(town)((ctx) =>
    ctx.db
      .selectFrom('services.imported_report as i')
      .innerJoin('services.case as c', 'c.id', 'i.case_id')
      .select(['i.service_request_id as id', 'c.number', 'c.state', 'i.photo_url as photo'])
      .where('i.service_request_id', 'in', ['turned-down', 'well-done'])
      .orderBy('i.service_request_id')
      .execute(),
  )
  expect(kept).toMatchObject([
    { id: 'turned-down', state: 'ended' },
    { id: 'well-done', state: 'done', photo: 'https://other.example/1.jpg' },
  ])
  for (const { number } of kept) expect(number).toMatch(/^M-/)
  expect((await program.visitor({ town }).get(`/meldungen/${kept[1]!.number}`)).body).toContain('Neue Lampe')
}, 60_000)

test('a server that overlooks the dates is left alone after what it shows', async () => {
  const at = (i: number) => new Date(program.clock.at.getTime() - (i + 1) * 100 * 60_000).toISOString()
  const report = (i: number) => ({
    service_request_id: `B-${i}`,
    status: 'open',
    service_name: 'Baum',
    requested_datetime: at(i),
    lat: 49.05,
    long: 11.05,
  })
  const town = await program.makeTown('oberdorf')
  const server = (length: number) =>
    other(
      Array.from({ length }, (_, i) => report(i)),
      { dates: false },
    )
  const since = new Date(program.clock.at.getTime() - 120 * 86_400_000)
  expect((await run({ inTown: inside(town), from: await server(1_000), since })).added).toBe(1_000)
  // Another server, so its numbers are others.
  expect((await run({ inTown: inside(town), from: await server(3) })).added).toBe(3)
}, 60_000)

test('what is no Open311 server is said in a sentence', async () => {
  await expect(run({ from: new URL(`http://127.0.0.1:${web.port}/t/neustadt/nowhere/`) })).rejects.toThrow('answers 404')
  await expect(run({ named: { a: 'nothing-like-it' } })).rejects.toThrow('nothing-like-it')
})
