import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { createServer } from '#platform/http/server.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { anybody, place } from '../../../../test/setup/reports.ts'
import { saveCategory, saveGroup } from '../catalogue.verbs.ts'
import { CategoryInput } from '../category.rules.ts'
import { sendReport } from '../send.verbs.ts'
import { figuresSchedule } from './figures.jobs.ts'

const program = await testProgram()
const visitor = program.visitor()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, town = program.town) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town, actor }, work)
const refresh = async () => {
  await as(system, (ctx) => figuresSchedule.run(ctx))
  await program.work()
}
const numbers: string[] = []

const empty = await visitor.get('/meldungen/zahlen')
const start = await visitor.get('/')
beforeAll(async () => {
  await refresh()
  await as(system, async (ctx) => {
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    for (const code of ['pothole', 'lamp'])
      await saveCategory(ctx, CategoryInput.parse({ code, groupCode: 'street', name: { de: `${code} hier`, en: code }, publish: 'atOnce' }))
  })
  for (const category of ['pothole', 'pothole', 'lamp']) {
    const sent = await as(anybody, (ctx) => sendReport(ctx, { category, place, text: 'Ein geheimer Satz über das Loch' }))
    if (!sent.ok) throw new Error(sent.refusal.code)
    numbers.push(sent.value.number)
  }
  await refresh()
})

describe('/meldungen/zahlen', () => {
  it('before anything was counted it says so, then that there is nothing yet; the start page shows no made-up figures', async () => {
    expect(empty.status).toBe(200)
    expect(empty.body).toContain('Die Zahlen werden gerade zum ersten Mal berechnet.')
    expect(empty.body).toContain('Noch keine Meldung')
    expect(start.body).not.toContain('neu gemeldet')
    expect((await visitor.get('/')).body).toContain('neu gemeldet')
  })

  it('counts what was sent, by kind and month, with filters that need no script', async () => {
    const page = await visitor.get('/meldungen/zahlen')
    expect(page.body).toContain('Was in Neustadt gemeldet wurde')
    expect(page.body).toContain('3 Meldungen in dieser Auswahl')
    expect(page.body).toMatch(/pothole hier<\/a><\/th><td[^>]*>2<\/td>/)
    expect(page.body).toContain("report-figures.mjs http://neustadt.test/meldungen.csv --from '2025-06' --to '2026-05'")
    const lamps = await visitor.get('/meldungen/zahlen?art=lamp&zeit=2026')
    expect(lamps.body).toContain('Eine Meldung in dieser Auswahl')
    expect(lamps.body).toContain("--category 'lamp'")
    expect((await visitor.get('/meldungen/zahlen?zeit=2020')).body).toContain('In dieser Auswahl gibt es nichts zu zählen')
    // What is not understood is as if it were not there; nothing of it gets out of its quotes.
    const odd = await visitor.get(`/meldungen/zahlen?art=${encodingOf(`x' ; rm -rf "<b>`)}&ortsteil=nirgends&amt=keins&zeit=9999-99`)
    expect(odd.status).toBe(200)
    expect(odd.body).toContain('3 Meldungen in dieser Auswahl')
    expect(odd.body).not.toContain('<b>')
  })

  it('is complete in English', async () => {
    const page = await program.visitor({ headers: { 'accept-language': 'en' } }).get('/meldungen/zahlen')
    expect(page.body).toContain('What was reported in Neustadt')
    expect(page.body).toContain('How it is computed')
  })

  it('as JSON, as tables for a spreadsheet, and with the script to recompute', async () => {
    const { figures, as_of, licence } = JSON.parse((await visitor.get('/meldungen/zahlen.json?art=gruppe:street')).body)
    expect(figures.total).toMatchObject({ received: 3, open: 3, done: 0, daysHalf: null, promisesKeptPercent: null })
    expect(figures.byCategory.map(({ code, received }: { code: string; received: number }) => [code, received])).toEqual([
      ['lamp', 1],
      ['pothole', 2],
    ])
    expect(as_of).toBe(program.clock.at.toISOString())
    expect(licence).toContain('dl-de/by-2-0')
    const table = (await visitor.get('/meldungen/zahlen.csv?tabelle=art')).body
    expect(table).toContain('pothole;pothole hier;2;2;0;0')
    expect((await visitor.get('/meldungen/zahlen.csv?tabelle=monat')).body).toContain('2026-05;2026-05;3')
    expect((await visitor.get('/meldungen/zahlen/report-figures.mjs')).body).toContain('parseArgs')
  })

  it('is found by the search, under the name that people give it', async () => {
    for (const words of ['Statistik', 'offene Daten', 'csv'])
      expect((await visitor.get(`/suche?q=${encodingOf(words)}`)).body).toContain('/meldungen/zahlen"')
    expect((await visitor.get('/suche?q=Schlagloch')).body).not.toContain('/meldungen/zahlen"')
  })
})

describe('/meldungen.csv', () => {
  it('has one line for each public report and nothing that anybody wrote', async () => {
    const seen = await visitor.get('/meldungen.csv')
    const [head, ...lines] = seen.body.trim().split('\r\n')
    expect(head).toMatch(/^\uFEFF?number;category;category_group;district;unit;stage;received;/)
    expect(lines.map((line) => line.split(';')[0])).toEqual(numbers)
    expect(lines[0]).toMatch(
      /;pothole;street;;;received;2026-05-07T09:20:00\+02:00;;;;;0;target;2026-\d\d-\d\d;;;0;0;49.05;11.05;http:\/\/neustadt.test\/meldungen\/M-[\w-]+$/,
    )
    expect(seen.body).not.toContain('geheim')
    expect(seen.body).not.toContain('Linden')
  })

  it('is compressed for who can, kept by caches, and not sent again to who has it', async () => {
    const answer = createServer(program.house)
    const get = (headers: Record<string, string>) =>
      answer(new Request('http://neustadt.test/meldungen.csv', { headers: { host: 'neustadt.test', ...headers } }), '192.0.2.1')
    const plain = await get({})
    const packed = await get({ 'accept-encoding': 'gzip, br' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(Buffer.from(await plain.arrayBuffer()).toString())
    expect(plain.headers.get('cache-control')).toBe('public, max-age=300')
    expect(plain.headers.get('link')).toContain('rel="license"')
    const etag = plain.headers.get('etag')!
    expect((await get({ 'if-none-match': etag })).status).toBe(304)
    program.clock.forward(10)
    const sent = await as(anybody, (ctx) => sendReport(ctx, { category: 'lamp', place, text: 'Noch eine Laterne ist dunkel' }))
    expect(sent.ok).toBe(true)
    await refresh()
    const later = await get({ 'if-none-match': etag })
    expect(later.status).toBe(200)
    expect((await later.text()).trim().split('\r\n')).toHaveLength(5)
    expect((await visitor.get('/meldungen/zahlen')).body).toContain('4 Meldungen in dieser Auswahl')
  })

  it('of another town knows nothing of this one', async () => {
    const town = await program.makeTown('altstadt')
    const theirs = program.visitor({ town })
    expect((await theirs.get('/meldungen.csv')).body.trim().split('\r\n')).toHaveLength(1)
    expect(JSON.parse((await theirs.get('/meldungen/zahlen.json')).body).figures.total.received).toBe(0)
  })
})

const encodingOf = encodeURIComponent
