import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { importPlaces } from '#core/places/index.ts'
import { type Actor, type Ctx, system } from '#platform/context.ts'
import { createLimits } from '#platform/http/limits.ts'
import { createServer } from '#platform/http/server.ts'
import { quietLog } from '#platform/log.ts'
import { inContext } from '#platform/open-context.ts'
import { type DataSet, dataSets } from '#platform/open-data/data-set.ts'
import { dataFile } from '#platform/open-data/file.ts'
import { formatFacts, formatsOf } from '#platform/open-data/format.rules.ts'
import {
  addNote,
  CategoryInput,
  hideReport,
  publishReport,
  rewordReport,
  saveCategory,
  saveGroup,
  sendReport,
  writeToParties,
} from '#services/reports/index.ts'
import { testProgram } from '../../../test/setup/program.ts'
import { anybody, place } from '../../../test/setup/reports.ts'
import { figuresSchedule } from '../../services/reports/figures/figures.jobs.ts'

const program = await testProgram()
const visitor = program.visitor()
const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<T>, town = program.town) =>
  inContext({ pool: program.pool, log: quietLog, clock: () => program.clock.at }, { town, actor }, work)
const answer = createServer(program.house)
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  answer(new Request(`http://neustadt.test${path}`, { method, headers: { host: 'neustadt.test', ...headers } }), '192.0.2.1')
const refresh = async () => {
  await as(system, (ctx) => figuresSchedule.run(ctx))
  await program.work()
}

/** Everything that must stay in the house. Each word stands in one place only. */
const planted: string[] = []
const secret = (word: string): string => {
  planted.push(word)
  return word
}
let open = ''
let hidden = ''

const quote = '"Am; Hang"'
const district = {
  code: `A;1`,
  name: `=${quote}`,
  polygon: [
    [
      [11, 49],
      [11.1, 49],
      [11.1, 49.1],
      [11, 49.1],
      [11, 49],
    ],
  ] as [number, number][][],
  population: 1200,
  postcode: '01234',
  label: [11.05, 49.05] as [number, number],
}
const street = {
  name: 'Lindenstraße',
  class: 'main' as const,
  owner: 'town' as const,
  lines: [
    [
      [11.01, 49.01],
      [11.02, 49.02],
    ],
  ] as [number, number][][],
  postcode: '01234',
  district: district.code,
}
const tree = {
  kind: 'tree' as const,
  number: 'B-1',
  point: [11.02, 49.02] as [number, number],
  district: district.code,
  street: 'Lindenstraße',
}
const places = {
  districts: [district],
  streets: [street],
  addresses: [],
  crossings: [],
  landmarks: [],
  assets: [
    { ...tree, species: { de: 'Winter-Linde', botanical: 'Tilia cordata' } },
    { ...tree, kind: 'lamp' as const, number: 'L-1' },
  ],
}

beforeAll(async () => {
  const unit = await program.makeOrganisation(program.town, 'authority', 'Stadt Neustadt')
  const clerk = await program.signedIn({
    name: secret('Klara Geheimrat'),
    email: secret('klara.geheim@neustadt.example'),
    roles: ['dispatcher'],
  })
  const staff: Actor = {
    ...anybody,
    kind: 'person',
    personId: clerk.personId,
    unitIds: clerk.organisationId ? [clerk.organisationId] : [],
    permissions: new Set(['everyone', 'report.see', 'report.work', 'report.route', 'report.moderate', 'report.contact']),
  }
  await as(system, async (ctx) => {
    await ctx.db
      .updateTable('core.organisation')
      .set({ email: 'rathaus@neustadt.example', phone: '+49 5555 1234', code: 'rathaus' })
      .where('tenant_id', '=', ctx.town.id)
      .where('id', '=', unit)
      .execute()
    await importPlaces(ctx, places)
    // What a register may know beside what is public.
    await ctx.db
      .updateTable('core.asset')
      .set({ attributes: JSON.stringify({ gardener: secret('Gernot Gaertner') }) })
      .where('tenant_id', '=', ctx.town.id)
      .where('number', '=', 'L-1')
      .execute()
    await saveGroup(ctx, { code: 'street', name: { de: 'Straße', en: 'Street' }, icon: 'road' })
    const category = (code: string, publish: 'atOnce' | 'never') =>
      saveCategory(ctx, CategoryInput.parse({ code, groupCode: 'street', name: { de: code, en: code }, publish }))
    await category('pothole', 'atOnce')
    await category('quarrel', 'never')
  })
  const send = async (category: string, text: string, note: string) => {
    const contact = { name: secret('Nora Nachbarin'), email: secret('nora.nachbarin@post.example'), phone: secret('0171 9988776') }
    const sent = await as(anybody, (ctx) =>
      sendReport(ctx, { category, place: { ...place, note: secret(note) }, text: secret(text), ...contact }),
    )
    if (!sent.ok) throw new Error(sent.refusal.code)
    return sent.value.number
  }
  open = await send('pothole', 'Ein Loch vor der Garage von Familie Xanthippe', 'hinter Xanthippes Hecke')
  hidden = await send('pothole', 'Die Verborgene hat hier geschimpft', 'neben der Verborgenen')
  const never = await send('quarrel', 'Der Niemand streitet mit dem Keiner', 'bei Niemand im Hof')
  planted.push(hidden, never)
  await as(staff, async (ctx) => {
    for (const number of [open, hidden]) await publishReport(ctx, { number })
    await rewordReport(ctx, { number: open, publicText: secret('Erste Fassung mit Wilhelmine'), reason: 'personalData' })
    await rewordReport(ctx, { number: open, publicText: secret('Zweite Fassung ohne sie, doch mit Worten'), reason: 'personalData' })
    await addNote(ctx, { number: open, text: secret('Interner Vermerk: Quengelt oft') })
    await writeToParties(ctx, { number: open, text: secret('Liebe Nora, wir kommen vorbei') })
    const gone = await hideReport(ctx, { number: hidden, reason: 'personalData' })
    if (!gone.ok) throw new Error(gone.refusal.code)
  })
  await refresh()
})

const sets = (): Promise<DataSet[]> => as(system, dataSets)
const fileOf = async (name: string, ending: string) => (await get(`/opendata/${name}.${ending}`)).text()

describe('every data set of the registry', () => {
  it('is there for this town: reports, figures, kinds, districts, streets, things by kind, departments', async () => {
    expect((await sets()).map(({ name }) => name).sort()).toEqual(
      ['aemter', 'baeume', 'laternen', 'meldungen', 'meldungsarten', 'ortsteile', 'strassen', 'zahlen'].sort(),
    )
  })

  it('has nothing personal in any of its files, descriptions and pages', async () => {
    expect(planted.length).toBeGreaterThan(15)
    let read = 0
    const clean = async (path: string) => {
      const body = await (await get(path)).text()
      read += body.length
      expect(body.length).toBeGreaterThan(100)
      expect(
        planted.filter((word) => body.includes(word)),
        path,
      ).toEqual([])
    }
    for (const set of await sets()) {
      for (const format of formatsOf(set)) await clean(`/opendata/${set.name}.${format}`)
      await clean(`/opendata/${set.name}.jsonld`)
      await clean(`/opendata/${set.name}`)
    }
    await clean('/opendata/catalog.jsonld')
    await clean('/opendata')
    expect(read).toBeGreaterThan(20_000)
    // The test sees what is there: the open report is in the file, by number and address.
    expect(await fileOf('meldungen', 'csv')).toContain(`;http://neustadt.test/meldungen/${open}\r\n`)
  })

  it('says the same in each format, with each named column and the rows that were counted', async () => {
    for (const set of await sets()) {
      const names = set.columns.map(({ name }) => name)
      const csv = table(await fileOf(set.name, 'csv'))
      expect(csv[0], set.name).toEqual(names)
      expect(csv.length - 1, set.name).toBe(set.count)
      const { rows, licence, modified } = JSON.parse(await fileOf(set.name, 'json'))
      expect(licence).toContain('dl-de/by-2-0')
      expect(modified).toBe(set.changedAt?.toISOString() ?? null)
      expect(rows.map((row: object) => Object.keys(row))).toEqual(rows.map(() => names))
      expect(rows.map((row: Record<string, unknown>) => names.map((name) => asCell(set, name, row[name])))).toEqual(csv.slice(1))
      if (!set.geometry) continue
      const { type, features } = JSON.parse(await fileOf(set.name, 'geojson'))
      expect(type).toBe('FeatureCollection')
      expect(features.map(({ id }: { id: string }) => id)).toEqual(rows.map((row: Record<string, string>) => row[set.id ?? '']))
      for (const { geometry } of features) expect(geometry.coordinates.flat(3).every(Number.isFinite)).toBe(true)
    }
  })

  it('is told with the exact type of each file, which is what the catalogue says', async () => {
    const catalogue = await (await get('/opendata/catalog.jsonld')).json()
    const files = catalogue['dcat:dataset'].flatMap((set: Record<string, unknown>) => set['dcat:distribution'])
    expect(files).toHaveLength((await sets()).flatMap(formatsOf).length)
    for (const file of files) {
      const address = file['dcat:downloadURL']['@id']
      const answered = await get(new URL(address).pathname, {}, 'HEAD')
      expect(answered.status, address).toBe(200)
      expect(await answered.text()).toBe('')
      const media = answered.headers.get('content-type')?.split(';')[0]
      expect(file['dcat:mediaType']['@id']).toBe(`http://www.iana.org/assignments/media-types/${media}`)
      expect(file['dct:format']['@id']).toMatch(/\/file-type\/(CSV|JSON|GEOJSON)$/)
      expect(file['dct:license']['@id']).toBe('http://dcat-ap.de/def/licenses/dl-by-de/2.0')
      // Only where it is known when the data changed.
      expect(Boolean(answered.headers.get('etag'))).toBe('dct:modified' in file)
    }
  })
})

describe('the catalogue', () => {
  it('has what DCAT-AP.de asks for, and nothing that is not known', async () => {
    const answered = await get('/opendata/catalog.jsonld')
    expect(answered.headers.get('content-type')).toBe('application/ld+json')
    const catalogue = await answered.json()
    expect(catalogue).toMatchObject({
      '@type': 'dcat:Catalog',
      'dct:publisher': { '@type': 'foaf:Agent', 'foaf:name': 'Stadt Neustadt' },
      'dct:spatial': { 'dcat:bbox': { '@value': 'POLYGON((11 49,11.1 49,11.1 49.1,11 49.1,11 49))' } },
    })
    for (const set of catalogue['dcat:dataset']) {
      for (const property of [
        'dct:title',
        'dct:description',
        'dct:publisher',
        'dcat:contactPoint',
        'dcat:theme',
        'dct:accrualPeriodicity',
        'dct:spatial',
      ])
        expect(set[property], `${set['@id']} ${property}`).toBeTruthy()
      expect(set['dct:title'].map((title: Record<string, string>) => title['@language'])).toEqual(['de', 'en'])
      expect(set['dcat:theme'][0]['@id']).toMatch(/^http:\/\/publications\.europa\.eu\/resource\/authority\/data-theme\/[A-Z]{4}$/)
      expect(set['dcat:contactPoint']).toMatchObject({ 'vcard:hasEmail': { '@id': 'mailto:rathaus@neustadt.example' } })
    }
    expect(JSON.stringify(catalogue)).not.toContain('contributorID')
    const one = await (await get('/opendata/meldungen.jsonld')).json()
    expect(one['dct:temporal']).toMatchObject({ 'dcat:startDate': { '@value': '2026-05-01' } })
    const { '@context': _, ...alone } = one
    expect(catalogue['dcat:dataset'].find((set: Record<string, unknown>) => set['@id'] === one['@id'])).toEqual(alone)
  })

  it('tells programs how to read the CSV file', async () => {
    const { dialect, tableSchema } = await (await get('/opendata/meldungen.csv-metadata.json')).json()
    expect(dialect).toMatchObject({ delimiter: ';', lineTerminators: ['\r\n'] })
    expect(tableSchema.columns.map(({ name }: { name: string }) => name)).toEqual(table(await fileOf('meldungen', 'csv'))[0])
  })
})

describe('a file', () => {
  it('is quoted so that spreadsheets read it as it is, and take nothing for a formula', async () => {
    expect(await fileOf('ortsteile', 'csv')).toContain(`"A;1";"'=""Am; Hang""";01234;1200;49.05;11.05;`)
    const [feature] = JSON.parse(await fileOf('ortsteile', 'geojson')).features
    expect(feature.properties).toMatchObject({ code: 'A;1', name: `=${quote}`, population: 1200 })
    expect(feature.geometry).toEqual({ type: 'Polygon', coordinates: district.polygon })
    expect(await fileOf('baeume', 'csv')).toContain('B-1;;Lindenstraße;"A;1";49.02;11.02;')
    expect(await fileOf('baeume', 'csv')).toContain(';Winter-Linde;Tilia cordata\r\n')
  })

  it('is compressed for who can, and not sent again to who has it, until something changes', async () => {
    for (const ending of ['csv', 'json', 'geojson']) {
      const path = `/opendata/meldungen.${ending}`
      const plain = await get(path)
      const packed = await get(path, { 'accept-encoding': 'gzip, br' })
      expect(packed.headers.get('content-encoding')).toBe('gzip')
      expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(Buffer.from(await plain.arrayBuffer()).toString())
      const etag = plain.headers.get('etag')!
      for (const known of [etag, `"other", ${etag}`, '*']) expect((await get(path, { 'if-none-match': known })).status).toBe(304)
      expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200)
    }
    const etag = (await get('/opendata/meldungen.json')).headers.get('etag')!
    const csv = (await get('/opendata/meldungen.csv')).headers.get('etag')!
    expect(csv).not.toBe(etag)
    program.clock.forward(10)
    await as(anybody, (ctx) => sendReport(ctx, { category: 'pothole', place, text: 'Noch eines' }))
    await refresh()
    expect((await get('/opendata/meldungen.json', { 'if-none-match': etag })).status).toBe(200)
    expect(Buffer.from(await (await get('/meldungen.csv')).arrayBuffer())).toEqual(
      Buffer.from(await (await get('/opendata/meldungen.csv')).arrayBuffer()),
    )
  })

  it('in a format that is not there is refused with those that are', async () => {
    for (const [path, accept, status, formats] of [
      ['/opendata/meldungen.xml', '*/*', 404, 3],
      ['/opendata/zahlen.geojson', '*/*', 404, 2],
      ['/opendata/meldungen/daten', 'application/xml', 406, 3],
    ] as const) {
      const answered = await get(path, { accept })
      expect(answered.status, path).toBe(status)
      const problem = await answered.json()
      expect(problem).toMatchObject({ status, title: 'Dieses Format gibt es nicht' })
      expect(problem.formats).toHaveLength(formats)
      for (const { address, mediaType } of problem.formats)
        expect((await get(new URL(address).pathname, {}, 'HEAD')).headers.get('content-type')).toContain(mediaType)
    }
    for (const path of ['/opendata/gibtesnicht', '/opendata/gibtesnicht.csv', '/opendata/gibtesnicht/daten', '/opendata/Meldungen.csv'])
      expect((await get(path)).status, path).toBe(404)
    const chosen = await get('/opendata/meldungen/daten', { accept: 'application/geo+json' })
    expect([chosen.status, chosen.headers.get('location'), chosen.headers.get('vary')]).toEqual([
      303,
      '/opendata/meldungen.geojson',
      'Accept',
    ])
    expect(formatFacts.geojson.media).toBe('application/geo+json')
  })

  it('of another town knows nothing of this one', async () => {
    const town = await program.makeTown('altstadt')
    const theirs = program.visitor({ town })
    expect(table((await theirs.get('/opendata/meldungen.csv')).body)).toHaveLength(1)
    expect(JSON.parse((await theirs.get('/opendata/zahlen.json')).body).rows).toEqual([])
    expect((await theirs.get('/opendata/baeume.csv')).status).toBe(404)
    expect((await theirs.get('/opendata/catalog.jsonld')).body).not.toContain('neustadt')
  })
})

describe('for people', () => {
  it('there is a page of all, and one of each with licence, freshness, columns, examples and files', async () => {
    const page = await visitor.get('/opendata')
    for (const words of ['Offene Daten', 'Meldungen von Schäden', 'Baumkataster', 'Nennen Sie als Quelle: Stadt Neustadt'])
      expect(page.body).toContain(words)
    const one = await visitor.get('/opendata/baeume')
    for (const words of [
      'CSV, etwa 1 kB',
      'GeoJSON',
      'Botanischer Name der Baumart',
      'Tilia cordata',
      'Datenlizenz Deutschland',
      '7. Mai 2026',
    ])
      expect(one.body).toContain(words)
    const structured = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(one.body)?.[1] ?? '')
    expect(structured).toMatchObject({ '@type': 'Dataset', name: 'Baumkataster', isAccessibleForFree: true })
    expect(structured.distribution).toHaveLength(3)
  })

  it('in English too, linked from the footer and the figures, and found by the search', async () => {
    const english = program.visitor({ headers: { 'accept-language': 'en' } })
    expect((await english.get('/opendata/baeume')).body).toContain('Botanical name of the species')
    expect((await visitor.get('/')).body).toContain('href="/opendata"')
    expect((await visitor.get('/meldungen/zahlen')).body).toContain('Alle offenen Daten der Stadt')
    expect((await visitor.get('/suche?q=GeoJSON')).body).toContain('/opendata"')
  })
})

it('who takes too many files is told when to come again', async () => {
  const limited = createServer({ ...program.house, limits: createLimits(program.pool, 0.05) })
  const seen = []
  for (let i = 0; i < 4; i++)
    seen.push(
      await limited(new Request('http://neustadt.test/opendata/meldungen.csv', { headers: { host: 'neustadt.test' } }), '192.0.2.9'),
    )
  expect(seen.map(({ status }) => status)).toEqual([200, 200, 200, 429])
  expect(Number(seen[3]?.headers.get('retry-after'))).toBeGreaterThan(0)
})

it('is read on only as fast as it is taken, and no further when the reader goes', async () => {
  let pages = 0
  const many: DataSet = {
    name: 'viele',
    text: 'viele',
    themes: ['GOVE'],
    frequency: 'IRREG',
    columns: [{ name: 'n', type: 'integer', text: 'n' }],
    changedAt: undefined,
    count: 200_000,
    rows: (_, after, limit) => {
      pages += 1
      const from = Number(after) + 1
      return sql`SELECT lpad(n::text, 8, '0') AS key, n FROM generate_series(${from}::int, ${Math.min(200_000, from + limit - 1)}::int) n`
    },
  }
  const file = (encoding: string) =>
    as(system, async (ctx) =>
      dataFile(ctx, many, 'json', { headers: new Headers({ 'accept-encoding': encoding }), open: (work) => as(system, work) }),
    )
  const whole = JSON.parse(await new Response((await file('')).body).text())
  expect(whole.rows).toHaveLength(200_000)
  expect(whole.rows.at(-1)).toEqual({ n: 200_000 })
  expect(pages).toBe(41)

  for (const encoding of ['', 'gzip']) {
    pages = 0
    const { body } = await file(encoding)
    // Nobody has read yet.
    await pause(50)
    expect(pages).toBe(0)
    const reader = (body as ReadableStream<Uint8Array>).getReader()
    await reader.read()
    await pause(100)
    expect(pages).toBeLessThan(15)
    await reader.cancel()
    const until = pages
    await pause(100)
    expect(pages).toBeLessThanOrEqual(until + 1)
  }
})

/** The cells of a CSV file. */
function table(csv: string): string[][] {
  expect(csv.endsWith('\r\n')).toBe(true)
  const rows: string[][] = [[]]
  for (const [, cell = '', end = ''] of csv.replace(/^\uFEFF/, '').matchAll(/("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n)/g)) {
    rows.at(-1)!.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end !== ';') rows.push([])
  }
  return rows.slice(0, -1)
}

/** A value of the JSON file as it stands in the CSV file. */
function asCell({ columns }: DataSet, name: string, value: unknown): string {
  const text = value === null ? '' : String(value)
  const plain = columns.find((column) => column.name === name)?.type === 'text'
  return plain && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
