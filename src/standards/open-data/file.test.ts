import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { system } from '#platform/context.ts'
import { createLimits } from '#platform/http/limits.ts'
import { createServer } from '#platform/http/server.ts'
import type { DataSet } from '#platform/open-data/data-set.ts'
import { dataFile } from '#platform/open-data/file.ts'
import { formatFacts } from '#platform/open-data/format.rules.ts'
import { sendReport } from '#services/reports/index.ts'
import { openTown } from '../../../test/setup/open-town.ts'
import { district, quote } from '../../../test/setup/registers.ts'
import { anybody, place } from '../../../test/setup/reports.ts'
import { table } from './testing/csv.ts'

const { program, as, get, refresh, fileOf } = await openTown()

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
