import { beforeAll, describe, expect, it } from 'vitest'
import { demoGeography } from '#core/places/demo/index.ts'
import { importPlaces } from '#core/places/index.ts'
import { takeStep } from '#services/reports/index.ts'
import { testProgram } from '../../../../test/setup/program.ts'
import { doing } from '../../../../test/setup/town.ts'
import type { Seen, Visitor } from '../../../../test/setup/visitor.ts'
import { caseByNumber } from '../../cases/index.ts'
import { saveCategory, saveGroup } from '../catalogue.verbs.ts'
import { CategoryInput } from '../category.rules.ts'

const program = await testProgram()
const geography = demoGeography('small')
const inTown = <T>(work: Parameters<typeof doing<T>>[2]) => doing(program.pool, { town: program.town, now: program.clock.at }, work)

beforeAll(async () => {
  const unitId = await program.makeOrganisation(program.town, 'department', 'Tiefbauamt')
  await inTown(async (ctx) => {
    await importPlaces(ctx, geography)
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    await saveCategory(
      ctx,
      CategoryInput.parse({
        code: 'pothole',
        groupCode: 'street',
        name: { de: 'Schlagloch', en: 'Pothole' },
        keywords: ['schlagloch', 'loch'],
        publish: 'atOnce',
        unitId,
        questions: [
          {
            code: 'size',
            kind: 'singlechoice',
            label: { de: 'Wie groß?', en: 'How large?' },
            required: true,
            options: [
              { code: 'hand', label: { de: 'wie eine Hand', en: 'like a hand' } },
              { code: 'wheel', label: { de: 'wie ein Rad', en: 'like a wheel' } },
            ],
          },
          { code: 'gas', kind: 'yesno', label: { de: 'Riecht es nach Gas?', en: 'Does it smell of gas?' }, danger: '112' },
        ],
      }),
    )
    await saveCategory(
      ctx,
      CategoryInput.parse({ code: 'slope', groupCode: 'street', name: { de: 'Hang rutscht', en: 'Landslide' }, danger: '112' }),
    )
  })
})

/** Sends the only form for `action` and goes where the answer leads. */
async function step(visitor: Visitor, page: Seen, fields: Record<string, string>): Promise<{ at: string; page: Seen }> {
  const action = /<form[^>]*action="(\/meldungen\/neu[^"]*)"/.exec(page.body)?.[1] ?? ''
  const sent = await visitor.submit(page, action, fields)
  if (sent.status !== 303) return { at: '', page: sent }
  let at = sent.location ?? ''
  let next = await visitor.get(at)
  while (next.status === 303) {
    at = next.location ?? ''
    next = await visitor.get(at)
  }
  return { at, page: next }
}

/** In front of a house of the town, and about so many metres north of it. */
const somewhere = (house = 0, metres = 0) => {
  const [lon, lat] = geography.addresses[house * 100]!.point
  return { placeLat: String(lat + metres / 111_000), placeLon: String(lon), placeWay: 'map' }
}

/** From the first page to the last, by hand. */
async function write(visitor: Visitor, text: string, place = somewhere()): Promise<{ at: string; page: Seen }> {
  const what = await step(visitor, await visitor.get('/meldungen/neu'), { text })
  expect(what.at).toMatch(/\/ort$/)
  const kind = await step(visitor, what.page, place)
  expect(kind.at).toMatch(/\/art$/)
  const questions = await step(visitor, kind.page, { category: 'pothole' })
  expect(questions.at).toMatch(/\/fragen$/)
  return await step(visitor, questions.page, { 'answers[size]': 'hand' })
}

const fact = (page: Seen, name: 'number' | 'code'): string => new RegExp(`receipt__${name}">([^<]+)<`).exec(page.body)?.[1] ?? ''

describe('somebody without account, without script', () => {
  const visitor = program.visitor()
  let number = ''
  let code = ''

  it('reports step by step, and gets a number, a code and a link', async () => {
    const last = await write(visitor, 'Tiefes Schlagloch vor dem Rathaus')
    expect(last.at).toMatch(/\/absenden$/)
    expect(last.page.body).toContain('Tiefes Schlagloch vor dem Rathaus')
    expect(last.page.body).toContain('wie eine Hand')
    const receipt = await step(visitor, last.page, {})
    expect(receipt.at).toMatch(/^\/meldungen\/gesendet\/M-/)
    ;[number, code] = [fact(receipt.page, 'number'), fact(receipt.page, 'code')]
    expect(receipt.at).toBe(`/meldungen/gesendet/${number}`)
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    // Going back and sending again leads to the same report.
    const draft = /neu\/([^/]+)\//.exec(last.at)?.[1] ?? ''
    expect((await visitor.get(`/meldungen/neu/${draft}/absenden`)).location).toBe(`/meldungen/gesendet/${number}`)
    const again = await visitor.post(`/meldungen/neu/${draft}/absenden`)
    expect(again.status).toBe(422)
  })

  it('keeps no secret in clear: the answers that are kept for repeats hold the receipt sealed', async () => {
    const { rows } = await program.pool.connect().then(async (client) => {
      try {
        await client.query(`BEGIN; SET LOCAL app.tenant_id = '${program.town.id}'`)
        return await client.query('SELECT * FROM platform.idempotency')
      } finally {
        await client.query('ROLLBACK')
        client.release()
      }
    })
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''))
  })

  it('others see neither receipt nor status, but the public page', async () => {
    const other = program.visitor()
    expect((await other.get(`/meldungen/gesendet/${number}`)).location).toBe(`/status/${number}`)
    const status = await other.get(`/status/${number}`)
    expect(status.body).toContain('name="code"')
    const page = await other.get(`/meldungen/${number}`)
    expect(page.status).toBe(200)
    expect(page.body).toContain('Tiefes Schlagloch vor dem Rathaus')
    expect((await other.get('/meldungen')).body).toContain(number)
    expect((await other.get('/')).body).toContain(`/meldungen/${number}`)
  })

  it('a wrong code and an unknown number look the same', async () => {
    const other = program.visitor()
    const wrong = await other.fill('/status', '/status', { number, code: 'AAAA-AAAA-AAAA' })
    const unknown = await other.fill('/status', '/status', { number: 'M-2222-2222', code: 'AAAA-AAAA-AAAA' })
    expect([wrong.status, unknown.status]).toEqual([422, 422])
    const words = /Nummer und Code passen nicht zusammen/
    expect(wrong.body).toMatch(words)
    expect(unknown.body).toMatch(words)
  })

  it('the town asks back; number and code open the page; the answer arrives', async () => {
    const steps = [{ verb: 'accept' }, { verb: 'ask', text: 'Auf welcher Straßenseite?' }] as const
    for (const each of steps) expect(await inTown((ctx) => takeStep(ctx, { number, ...each }))).toMatchObject({ ok: true })
    const somewhereElse = program.visitor()
    const opened = await somewhereElse.fill('/status', '/status', { number: number.toLowerCase(), code: code.toLowerCase() })
    expect(opened.location).toBe(`/status/${number}`)
    const page = await somewhereElse.follow(opened)
    expect(page.body).toContain('Auf welcher Straßenseite?')
    const empty = await somewhereElse.submit(page, `/status/${number}/antwort`, { text: '' })
    expect(empty.status).toBe(422)
    expect(empty.body).not.toContain('Auf welcher Straßenseite?')
    const sent = await somewhereElse.submit(page, `/status/${number}/antwort`, { text: 'Rechts, vor der Tür.' })
    const after = await somewhereElse.follow(sent)
    expect(after.body).toContain('Rechts, vor der Tür.')
    expect((await inTown((ctx) => caseByNumber(ctx, number)))?.stage).toBe('accepted')
    // Nobody else reads question or answer.
    const public_ = await program.visitor().get(`/meldungen/${number}`)
    expect(public_.body).not.toContain('Rechts, vor der Tür.')
    expect(public_.body).not.toContain('Auf welcher Straßenseite?')
    expect((await program.visitor().post(`/status/${number}/antwort`, { text: 'Fremd' })).status).toBe(422)
  })

  it('is asked whether it is the report next door, and joins it', async () => {
    const neighbour = program.visitor()
    const similar = await write(neighbour, 'Schlagloch vor dem Rathaus', somewhere(0, 8))
    expect(similar.at).toMatch(/\/aehnlich$/)
    expect(similar.page.body).toContain(number)
    const join = /href="(\/meldungen\/[^"]*\/auch\?entwurf=[^"]*)"/.exec(similar.page.body)?.[1] ?? ''
    const form = await neighbour.get(join.replaceAll('&amp;', '&'))
    const joined = await neighbour.submit(form, `/meldungen/${number}/auch`)
    expect(joined.location).toBe(`/meldungen/gesendet/${number}`)
    expect(fact(await neighbour.follow(joined), 'code')).not.toBe(code)
    const again = await neighbour.fill(`/meldungen/${number}/auch`, `/meldungen/${number}/auch`)
    expect(again.location).toBe(`/meldungen/${number}`)
    expect((await program.visitor().get(`/meldungen/${number}`)).body).toContain('1 weitere Person')
  })

  it('"mine is new" goes on to the last page', async () => {
    const neighbour = program.visitor()
    const similar = await write(neighbour, 'Noch ein Schlagloch vor dem Rathaus', somewhere(0, 12))
    const last = await step(neighbour, similar.page, {})
    expect(last.at).toMatch(/\/absenden$/)
  })
})

describe('danger', () => {
  it('of an answer leads to the number to call, and back', async () => {
    const visitor = program.visitor()
    const what = await step(visitor, await visitor.get('/meldungen/neu'), { text: 'Loch, riecht komisch' })
    const kind = await step(visitor, what.page, somewhere(1))
    const questions = await step(visitor, kind.page, { category: 'pothole' })
    const danger = await step(visitor, questions.page, { 'answers[size]': 'hand', 'answers[gas]': 'yes' })
    expect(danger.at).toMatch(/\/notfall$/)
    expect(danger.page.body).toContain('href="tel:112"')
    const back = await visitor.get(danger.at.replace('notfall', 'fragen'))
    const on = await step(visitor, back, { 'answers[gas]': 'no' })
    expect(on.at).toMatch(/\/absenden$/)
  })

  it('of the kind itself never reaches the last page', async () => {
    const visitor = program.visitor()
    const what = await step(visitor, await visitor.get('/meldungen/neu?art=slope'), { text: 'Der Hang kommt' })
    const danger = await step(visitor, what.page, somewhere(2))
    expect(danger.at).toMatch(/\/notfall$/)
    expect((await visitor.get(danger.at.replace('notfall', 'absenden'))).location).toBe(danger.at)
  })
})

describe('what is wrong', () => {
  it('is said at its field, with everything kept', async () => {
    const visitor = program.visitor()
    const empty = await visitor.fill('/meldungen/neu', '/meldungen/neu', {})
    expect(empty.status).toBe(422)
    expect(empty.body).toContain('Bitte machen Sie ein Foto')
    const what = await step(visitor, await visitor.get('/meldungen/neu'), { text: 'Loch' })
    const place = await step(visitor, what.page, { placeText: 'Gibtsnichtgasse 7', placeNote: 'gegenüber' })
    expect(place.page.status).toBe(422)
    expect(place.page.body).toContain('Gibtsnichtgasse 7')
    expect(place.page.body).toContain('gegenüber')
    const kind = await step(visitor, what.page, somewhere(3))
    expect((await step(visitor, kind.page, { category: 'x' })).page.status).toBe(422)
    const questions = await step(visitor, kind.page, { category: 'pothole' })
    const unanswered = await step(visitor, questions.page, { 'answers[gas]': 'no' })
    expect(unanswered.page.status).toBe(422)
    expect(unanswered.page.body).toMatch(/value="no"[^>]*checked|checked[^>]*value="no"/)
  })

  it('a draft that nobody knows, or of another town, says so', async () => {
    const nobody = 'A'.repeat(43)
    expect((await program.visitor().get(`/meldungen/neu/${nobody}/ort`)).body).toContain('Neu anfangen')
    const visitor = program.visitor()
    const { at } = await step(visitor, await visitor.get('/meldungen/neu'), { text: 'Loch' })
    const altdorf = await program.makeTown('altdorf')
    const elsewhere = await program.visitor({ town: altdorf }).get(at)
    expect(elsewhere.body).toContain('Neu anfangen')
    expect(elsewhere.body).not.toContain('Loch')
  })
})

describe('programs', () => {
  it('read points and proposals', async () => {
    const points = await program.visitor().get(`/meldungen.geojson?stand=offen&bbox=${geography.bounds.join(',')}`)
    expect(points.headers.get('content-type')).toContain('application/geo+json')
    const collection = JSON.parse(points.body)
    expect(collection.features.length).toBeGreaterThan(0)
    expect(collection.features[0].properties.href).toMatch(/^\/meldungen\/M-/)
    const nowhere = await program.visitor().get('/meldungen.geojson?bbox=0,0,1,1')
    expect(JSON.parse(nowhere.body).features).toEqual([])
    const proposals = await program.visitor().get('/meldungen/vorschlag.json?text=ein%20schlagloch')
    expect(JSON.parse(proposals.body).proposals[0]).toEqual({ code: 'pothole', name: 'Schlagloch' })
  })
})

describe('a signed-in person', () => {
  it('finds her reports on her own pages', async () => {
    const { visitor } = await program.signedIn({ name: 'Berta Bürger' })
    expect((await visitor.get('/mein')).body).toContain('Noch haben Sie nichts angefangen')
    const last = await write(visitor, 'Schlagloch am Bach', somewhere(4))
    await step(visitor, last.page, { as: 'person' })
    expect((await visitor.get('/mein')).body).toContain('Schlagloch am Bach')
    expect((await visitor.get('/mein/meldungen')).body).toContain('Schlagloch')
    expect((await visitor.get('/mein/meldungen?was=dabei')).body).toContain('Sie sind noch nirgends dabei')
  })
})
