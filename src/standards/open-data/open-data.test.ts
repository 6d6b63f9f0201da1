import { describe, expect, it } from 'vitest'
import type { DataSet } from '#platform/open-data/data-set.ts'
import { formatsOf } from '#platform/open-data/format.rules.ts'
import { openTown } from '../../../test/setup/open-town.ts'
import { table } from './testing/csv.ts'

const { program, visitor, get, planted, open, sets, fileOf } = await openTown()

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

/** A value of the JSON file as it stands in the CSV file. */
function asCell({ columns }: DataSet, name: string, value: unknown): string {
  const text = value === null ? '' : String(value)
  const plain = columns.find((column) => column.name === name)?.type === 'text'
  return plain && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
